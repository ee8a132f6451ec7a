import { Form } from '@remix-run/react';
import { PERMISSION_WORDS, PERMISSIONS, type Permission } from '#app/membership/permission.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';

export interface MemberRow {
  slug: string;
  name: string;
  email: string;
  permission: Permission;
  hasPassword: boolean;
  disabledAt: number | null;
  isLastAdmin: boolean;
  isYou: boolean;
  /** Still to be done, where they can act on none any more. */
  followUpsLeft: number;
}

export const PERMISSION_OPTIONS = PERMISSIONS.map((value) => ({ value, label: PERMISSION_WORDS[value] }));

/** Works without script: choose, then press. */
export function PermissionForm({ member }: { member: MemberRow }) {
  if (member.isLastAdmin || member.disabledAt) return PERMISSION_WORDS[member.permission];
  return (
    <Form method="post" className="row-acts">
      <input type="hidden" name="intent" value="permit" />
      <input type="hidden" name="member" value={member.slug} />
      <Select
        name="permission"
        aria-label={`Permission of ${member.name}`}
        options={PERMISSION_OPTIONS}
        defaultValue={member.permission}
      />
      <Button variant="tiny">
        Change<span className="vh"> permission of {member.name}</span>
      </Button>
    </Form>
  );
}

export function StateForm({ member }: { member: MemberRow }) {
  if (member.isLastAdmin) return <span className="note">The last admin stays</span>;
  const intent = member.disabledAt ? 'restore' : 'disable';
  return (
    <div className="row-acts">
      {!member.disabledAt && !member.hasPassword && <InviteAgain member={member} />}
      <Form method="post">
        <input type="hidden" name="member" value={member.slug} />
        <Button variant="tiny" name="intent" value={intent}>
          {intent === 'restore' ? 'Let back in' : 'Disable'}
          <span className="vh"> {member.name}</span>
        </Button>
      </Form>
    </div>
  );
}

function InviteAgain({ member }: { member: MemberRow }) {
  return (
    <Form method="post">
      <input type="hidden" name="email" value={member.email} />
      <input type="hidden" name="name" value={member.name} />
      <input type="hidden" name="permission" value={member.permission} />
      <Button variant="tiny" name="intent" value="invite">
        Send again<span className="vh"> to {member.name}</span>
      </Button>
    </Form>
  );
}
