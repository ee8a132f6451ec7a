import { Link } from '@remix-run/react';
import { isBase } from '#app/persona/persona.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { AccountView } from './page.tsx';

type Lane = AccountView['lanes'][number];
type Seat = Lane['sitting'][number];

const DAY = 24 * 60 * 60 * 1000;

/** The seats of one persona: filled, struck for who left, dashed for the one that nobody holds. */
export function LaneSeats({ lane, view }: { lane: Lane; view: AccountView }) {
  const { persona, sitting, left, isEmpty, emptySince } = lane;
  const identity = { lane: persona.base, core: !isBase(persona.id) };
  return (
    <Section
      title={
        <span className="persona">
          <Glyph {...identity} size={18} /> {persona.plural}
        </span>
      }
    >
      <ul className="rows">
        {sitting.map((seat) => (
          <li key={seat.roleId} className="seat-row">
            <Glyph {...identity} state="filled" label="Sits here" />
            <Name seat={seat} view={view} />
            <span className="small quiet">{confirmation(seat, view.now)}</span>
          </li>
        ))}
        {isEmpty && (
          <li className="seat-row">
            <Glyph {...identity} state="vacant" label="Empty seat" />
            <b>Empty seat</b>
            <span className="small quiet">
              {emptySince ? (
                <>
                  since <When at={emptySince} zone="UTC" locale="en-GB" />
                  {whyEmpty(lane)}
                </>
              ) : (
                'nobody was ever named'
              )}
            </span>
          </li>
        )}
        {left.map((seat) => (
          <li key={seat.roleId} className="seat-row">
            <Glyph {...identity} state="struck" label="Left" />
            <Name seat={seat} view={view} />
            <span className="small quiet">
              in the seat until <When at={seat.endedAt ?? 0} zone="UTC" locale="en-GB" />
              {seat.endReason && `: ${seat.endReason}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who sat here last and why they do not any more: "; Ann Lee: mail to them came back for good". */
function whyEmpty({ left, emptySince }: Lane): string {
  const last = left.find(({ endedAt }) => endedAt === emptySince);
  return last?.endReason ? `; ${last.personName}: ${last.endReason}` : '';
}

function Name({ seat, view }: { seat: Seat; view: AccountView }) {
  return (
    <span>
      <Link to={`/people/${view.people[seat.personId]}`}>
        <bdi>{seat.personName}</bdi>
      </Link>
      {seat.title && <span className="small quiet">, {seat.title}</span>}
    </span>
  );
}

function confirmation({ confirmedAt }: Seat, now: number): string {
  if (confirmedAt === null) return 'role not confirmed';
  const days = Math.floor((now - confirmedAt) / DAY);
  return days === 0 ? 'role confirmed today' : `role confirmed ${days} ${days === 1 ? 'day' : 'days'} ago`;
}
