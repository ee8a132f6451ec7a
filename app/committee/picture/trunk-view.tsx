import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount } from '#app/results/display.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import type { Committee, CommitteeLane } from './committee.ts';
import { missingIn } from './pattern-words.ts';

/** More shapes than this nobody counts. */
const MOST_DRAWN = 28;

/** One persona heard, and beside it who was not: a part of the account, drawn as a part. */
export function TrunkView({ committee }: { committee: Committee }) {
  const { trunk, lanes } = committee;
  if (!trunk) return null;
  const missing = new Set(missingIn(committee).map(({ id }) => id));
  const others = lanes.filter(({ persona }) => missing.has(persona.id) && persona.id !== trunk.persona.id);
  const identity = laneIdentity(trunk.persona);
  return (
    <ul className="trunk">
      <li>
        {Array.from({ length: Math.min(trunk.people, MOST_DRAWN) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one shape for each person, none of whom is told apart
          <Glyph key={at} {...identity} size={20} />
        ))}
        <span className="note">
          {formatCount(trunk.people, inSentence(trunk.persona.name), inSentence(trunk.persona.plural))} heard
        </span>
      </li>
      {others.map((lane) => (
        <li key={lane.persona.id}>
          <Glyph
            {...laneIdentity(lane.persona)}
            state={lane.sitting.length > 0 ? 'outline' : 'vacant'}
            size={20}
          />
          <span className="note">
            {lane.persona.name}: {whoIsMissing(lane)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function whoIsMissing({ sitting }: CommitteeLane): string {
  const [first] = sitting;
  if (!first) return 'nobody known';
  const rest = sitting.length === 1 ? '' : ` and ${sitting.length - 1} more`;
  return `${first.personName ?? 'not named'}${rest}, not heard`;
}
