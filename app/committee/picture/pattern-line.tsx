import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph, type SeatState } from '#app/ui/glyph.tsx';
import type { Committee, Stance } from './committee.ts';
import { PATTERN_WORDS, stanceWords } from './pattern-words.ts';

const SHAPE = {
  happy: 'filled',
  'in between': 'filled',
  critical: 'filled',
  'heard, no score': 'filled',
  'not heard': 'outline',
  'empty seat': 'vacant',
} as const satisfies Record<Stance['label'], SeatState>;

/** Each persona's own line, side by side; how they stand to each other is never said without them. */
export function PatternLine({
  committee: { stances, pattern },
}: {
  committee: Pick<Committee, 'stances' | 'pattern'>;
}) {
  const relation = PATTERN_WORDS[pattern];
  return (
    <>
      <ul className="pattern" aria-label="Pattern">
        {stances.map((stance) => (
          <li key={stance.persona.id}>
            <Glyph {...laneIdentity(stance.persona)} state={SHAPE[stance.label]} size={18} />
            {stanceWords(stance)}
          </li>
        ))}
      </ul>
      {relation && (
        <p className="small quiet">{relation}: how they stand to each other, not how happy they are.</p>
      )}
    </>
  );
}
