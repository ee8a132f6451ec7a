import { Form, Link } from '@remix-run/react';
import type { RoleState } from '#app/audience/role.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { When } from '#app/ui/time.tsx';
import type { Faulty, PersonView } from './page.tsx';

const HEAD = [
  { label: 'Role' },
  { label: 'Account' },
  { label: 'Held' },
  { label: 'Confirmed' },
  { label: 'What you can do', hidden: true },
];

type Role = PersonView['roles'][number];

/** The timeline in words, the roles held now first. */
export function RoleTable({ view: { roles, personas }, faulty }: { view: PersonView; faulty: Faulty }) {
  const open = roles.filter(({ endedAt }) => endedAt === null);
  const past = roles.filter(({ endedAt }) => endedAt !== null).reverse();
  const rows = [...open, ...past].map((role) => {
    const persona = personas.find(({ id }) => id === role.personaId);
    return {
      key: role.slug,
      cells: [
        <span key="role">
          {persona && <PersonaName {...laneIdentity(persona)} name={persona.name} />}
          <span className="note under">{role.evidence}</span>
        </span>,
        <Link key="at" to={`/accounts/${role.accountSlug}`}>
          {role.accountName}
        </Link>,
        <Held key="held" role={role} />,
        <Confirmed key="confirmed" role={role} />,
        role.endedAt === null ? <Acts key="acts" role={role} faulty={faulty} /> : '',
      ],
    };
  });
  return <DataTable caption="Roles over time" captionHidden head={HEAD} rows={rows} />;
}

function Held({ role: { startedAt, endedAt, endReason } }: { role: Role }) {
  return (
    <>
      <When at={startedAt} zone="UTC" locale="en-GB" /> to{' '}
      {endedAt === null ? 'now' : <When at={endedAt} zone="UTC" locale="en-GB" />}
      {endReason && <span className="note under">{endReason}</span>}
    </>
  );
}

const STATES: Record<RoleState, string> = {
  confirmed: '',
  stale: 'stale: confirm it before asking',
  unconfirmed: 'not confirmed: can’t be asked',
  ended: '',
};

function Confirmed({ role: { confirmedAt, confirmedByName, state } }: { role: Role }) {
  return (
    <>
      {confirmedAt !== null && (
        <>
          <When at={confirmedAt} zone="UTC" locale="en-GB" />
          {confirmedByName && `, ${confirmedByName}`}
        </>
      )}
      {STATES[state] && <b className="note under">{STATES[state]}</b>}
    </>
  );
}

function Acts({
  role: { slug, accountName },
  faulty: { fieldErrors, values },
}: {
  role: Role;
  faulty: Faulty;
}) {
  const isFaulty = values.role === slug;
  return (
    <div className="role-acts">
      <Form method="post" preventScrollReset>
        <input type="hidden" name="role" value={slug} />
        <Button variant="tiny" name="intent" value="confirm">
          Still true<span className="vh"> at {accountName}</span>
        </Button>
      </Form>
      <details open={isFaulty}>
        <summary>
          Ended<span className="vh"> at {accountName}</span>
        </summary>
        <Form method="post" preventScrollReset>
          <input type="hidden" name="role" value={slug} />
          <Field label="Why" error={isFaulty ? fieldErrors.reason : undefined}>
            <TextInput name="reason" maxLength={200} defaultValue={isFaulty ? values.reason : ''} />
          </Field>
          <Field label="On" help="Empty means today." error={isFaulty ? fieldErrors.endedOn : undefined}>
            <TextInput type="date" name="endedOn" defaultValue={isFaulty ? values.endedOn : ''} />
          </Field>
          <p className="form-foot">
            <Button variant="tiny" name="intent" value="end">
              End the role
            </Button>
          </p>
        </Form>
      </details>
    </div>
  );
}
