import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { DataTable } from '#app/ui/data-table.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { InviteForm } from './invite-form.tsx';
import { type MemberRow, PermissionForm, StateForm } from './member-acts.tsx';
import type { action, loader } from './route.tsx';

const HEAD = [
  { label: 'Name' },
  { label: 'E-mail' },
  { label: 'Permission' },
  { label: 'State' },
  { label: 'What you can do', hidden: true },
];

const SAID: Record<string, string> = {
  invited: 'The invitation is on its way. The link in it works once, for seven days.',
  not_mailed: 'The member was added, but the mail server did not take the mail. Send it again in a while.',
  changed: 'The permission was changed. They sign in again.',
  same: 'They had this permission already.',
  last_admin:
    'The last admin stays one: without them nobody could manage the workspace. Make somebody else an admin first.',
  disabled: 'They can no longer sign in, and were signed out everywhere. What they did stays.',
  restored: 'They can sign in again.',
};

export function MembersPage() {
  const { members, said } = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const message = said && !faulty ? SAID[said] : undefined;
  return (
    <>
      <PageHead
        title="Members"
        lead="Who signs in. Admins manage the workspace, CX members ask and read, executives read results without anybody’s name."
      />
      {message && (
        <p className="said" role="status">
          {message}
        </p>
      )}
      <DataTable
        caption="Members of this workspace"
        captionHidden
        head={HEAD}
        rows={members.map((member) => ({ key: member.slug, cells: cellsOf(member) }))}
      />
      <InviteForm fieldErrors={faulty?.fieldErrors ?? {}} values={faulty?.values ?? {}} />
    </>
  );
}

function cellsOf(member: MemberRow) {
  return [
    member.isYou ? `${member.name} (you)` : member.name,
    member.email,
    <PermissionForm key="permission" member={member} />,
    <span key="now">{stateOf(member)}</span>,
    <StateForm key="state" member={member} />,
  ];
}

function stateOf({ disabledAt, hasPassword, followUpsLeft }: MemberRow) {
  const state = disabledAt ? 'Disabled' : hasPassword ? 'Active' : 'Invited, not here yet';
  if (followUpsLeft === 0) return state;
  return (
    <>
      {`${state}. `}
      <Link to="/follow-ups?whose=team">
        {followUpsLeft === 1 ? 'One follow-up is' : `${followUpsLeft} follow-ups are`} still theirs
      </Link>
    </>
  );
}
