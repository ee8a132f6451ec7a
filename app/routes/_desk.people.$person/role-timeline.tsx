import { layOutRoles } from '#app/audience/people/timeline.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Shape } from '#app/ui/glyph.tsx';
import type { PersonView } from './page.tsx';

const WIDTH = 720;
const LABEL = 220;
const ROW = 36;
const YEAR = { timeZone: 'UTC', month: 'short', year: 'numeric' } as const;
const month = new Intl.DateTimeFormat('en-GB', YEAR);

/** Lanes in persona order, one bar per episode; hollow where the role can't be asked in as it stands. */
export function RoleTimeline({ view: { person, roles, personas, now } }: { view: PersonView }) {
  const order = personas.map(({ id }) => id);
  const { begins, ends, rows } = layOutRoles(roles, order, now);
  const height = rows.length * ROW + 28;
  const scale = (part: number) => LABEL + part * (WIDTH - LABEL);
  return (
    <svg
      className="roles-over-time chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-labelledby="t-roles"
    >
      <title id="t-roles">
        Roles of {person.name} from {month.format(begins)} to {month.format(ends)}; the table below says the
        same.
      </title>
      {rows.map(({ personaId, accountId, bars }, at) => {
        const persona = personas.find(({ id }) => id === personaId);
        const top = at * ROW;
        const identity = persona ? laneIdentity(persona) : null;
        return (
          <g key={`${personaId} ${accountId}`} className={identity?.lane}>
            <line className="axis" x1="0" x2={WIDTH} y1={top + ROW} y2={top + ROW} />
            {identity && (
              <g transform={`translate(0 ${top + 10})`}>
                <Shape {...identity} />
              </g>
            )}
            <text className="val" x="24" y={top + 23}>
              {cut(`${persona?.name ?? ''}, ${bars[0]?.role.accountName ?? ''}`)}
            </text>
            {bars.map(({ role, from, to }) => (
              <rect
                key={role.id}
                className={
                  role.state === 'stale' || role.state === 'unconfirmed' ? 'episode doubted' : 'episode'
                }
                x={scale(from)}
                y={top + 11}
                width={Math.max(3, scale(to) - scale(from))}
                height="14"
              />
            ))}
          </g>
        );
      })}
      <text className="tick" x={LABEL} y={height - 8}>
        {month.format(begins)}
      </text>
      <text className="tick" x={WIDTH} y={height - 8} textAnchor="end">
        {month.format(ends)}
      </text>
    </svg>
  );
}

function cut(label: string): string {
  return label.length > 28 ? `${label.slice(0, 27)}…` : label;
}
