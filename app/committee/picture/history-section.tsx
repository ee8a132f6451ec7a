import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { Change } from './committee.ts';

const OPEN_CHANGES = 8;

/** Who came into a role here and who went, the latest first. */
export function HistorySection({ history }: { history: readonly Change[] }) {
  if (history.length === 0) return null;
  const folded = history.slice(OPEN_CHANGES);
  return (
    <Section title="Who came and went">
      <ul className="rows">
        {history.slice(0, OPEN_CHANGES).map((change) => (
          <Line key={keyOf(change)} change={change} />
        ))}
      </ul>
      {folded.length > 0 && (
        <details>
          <summary>{folded.length} before that</summary>
          <ul className="rows">
            {folded.map((change) => (
              <Line key={keyOf(change)} change={change} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Line({ change: { kind, at, persona, personName, reason } }: { change: Change }) {
  return (
    <li className="seat-row">
      <Glyph {...laneIdentity(persona)} state={kind === 'came' ? 'filled' : 'struck'} />
      <span>
        <bdi>{personName ?? 'Not named'}</bdi> {kind === 'came' ? 'came as' : 'is no more'} {persona.name}
      </span>
      <span className="small quiet">
        <When at={at} zone="UTC" locale="en-GB" />
        {reason && `: ${reason}`}
      </span>
    </li>
  );
}

function keyOf({ kind, at, persona, personName }: Change): string {
  return `${kind}${at}${persona.id}${personName}`;
}
