import { Link, useSearchParams } from '@remix-run/react';
import type { RoleState } from '#app/audience/role.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import type { PeopleView } from './page.tsx';

/** What stands beside a role that can't be asked in as it is. */
const DOUBTS: Record<RoleState, string | null> = {
  confirmed: null,
  stale: 'stale',
  unconfirmed: 'never confirmed',
  ended: 'ended',
};

export function PeopleTable({ view }: { view: PeopleView }) {
  const { people, descending } = view;
  const [search] = useSearchParams();
  const turned = new URLSearchParams(search);
  for (const name of ['after', 'before', 'sort']) turned.delete(name);
  if (!descending) turned.set('sort', '-name');
  const now = descending ? ('descending' as const) : ('ascending' as const);
  const head = [
    { label: 'Name', sort: { to: `?${turned}`, now } },
    { label: 'Role', plain: true },
    { label: 'Works at', plain: true },
    { label: 'E-mail', plain: true },
  ];
  const rows = people.map((person) => ({
    key: person.slug,
    cells: [
      <Link key="name" to={`/people/${person.slug}`}>
        <bdi>{person.name}</bdi>
      </Link>,
      <Roles key="roles" person={person} view={view} />,
      <Workplaces key="at" person={person} />,
      <span key="mail" className="break">
        {person.email ?? <span className="quiet">no address</span>}
      </span>,
    ],
  }));
  return <DataTable caption="People by name" captionHidden head={head} rows={rows} />;
}

type Line = PeopleView['people'][number];

function Roles({ person: { roles }, view: { personas } }: { person: Line; view: PeopleView }) {
  if (roles.length === 0) return <b>Role missing</b>;
  return roles.map(({ id, personaId, state }) => {
    const persona = personas.find((one) => one.id === personaId);
    if (!persona) return null;
    const doubt = DOUBTS[state];
    return (
      <span key={id} className="role-line">
        <span className="persona">
          <Glyph {...laneIdentity(persona)} size={14} state={doubt ? 'outline' : 'filled'} />
          {persona.name}
        </span>
        {doubt && <span className="note">{doubt}</span>}
      </span>
    );
  });
}

function Workplaces({ person: { workplaces } }: { person: Line }) {
  if (workplaces.length === 0) return <span className="quiet">nowhere now</span>;
  return workplaces.map(({ accountId, accountName, title }) => (
    <span key={accountId} className="block">
      {accountName}
      {title && <span className="note under">{title}</span>}
    </span>
  ));
}
