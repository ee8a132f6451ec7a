import { layOutRoles } from '#app/audience/people/timeline.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Shape } from '#app/ui/glyph.tsx';
import { em } from '#app/ui/scale.ts';
import type { PersonView } from './page.tsx';

const ROW = 52;
const month = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', year: 'numeric' });
const percent = (part: number) => `${(part * 100).toFixed(3)}%`;

type Row = ReturnType<typeof layOutRoles<PersonView['roles'][number]>>['rows'][number];

/**
 * Lanes in persona order, one bar per episode; pale where the role can't be asked in as it stands. Only the bars
 * grow with the page, so that words stay readable on a phone.
 */
export function RoleTimeline({ view }: { view: PersonView }) {
  const { person, roles, personas, now } = view;
  const order = personas.map(({ id }) => id);
  const { begins, ends, rows } = layOutRoles(roles, order, now);
  const foot = rows.length * ROW + 8;
  const span = `from ${month.format(begins)} to ${month.format(ends)}`;
  const title = `Roles of ${person.name} ${span}; the table below says the same.`;
  return (
    <svg
      className="roles-over-time chart"
      width="100%"
      height={em(foot + 6)}
      role="img"
      aria-labelledby="t-roles"
    >
      <title id="t-roles">{title}</title>
      {rows.map((row, at) => (
        <Lane key={`${row.personaId} ${row.accountId}`} row={row} top={at * ROW} view={view} />
      ))}
      <text className="tick" x="0" y={em(foot, 12)}>
        {month.format(begins)}
      </text>
      <text className="tick" x="100%" y={em(foot, 12)} textAnchor="end">
        {month.format(ends)}
      </text>
    </svg>
  );
}

function Lane({ row: { personaId, bars }, top, view }: { row: Row; top: number; view: PersonView }) {
  const persona = view.personas.find(({ id }) => id === personaId);
  if (!persona) return null;
  const identity = laneIdentity(persona);
  return (
    <g className={identity.lane}>
      <svg x="0" y={em(top + 3)} width={em(14)} height={em(14)} viewBox="-.5 -.5 17 17" aria-hidden="true">
        <Shape {...identity} />
      </svg>
      <text className="val" x={em(22, 13)} y={em(top + 15, 13)}>
        {persona.name}, {bars[0]?.role.accountName}
      </text>
      <line className="axis" x1="0" x2="100%" y1={em(top + 33)} y2={em(top + 33)} />
      {bars.map(({ role, from, to }) => (
        <rect
          key={role.id}
          className={role.state === 'stale' || role.state === 'unconfirmed' ? 'episode doubted' : 'episode'}
          x={percent(Math.min(from, 0.995))}
          width={percent(Math.max(to - from, 0.005))}
          y={em(top + 26)}
          height={em(14)}
        />
      ))}
    </g>
  );
}
