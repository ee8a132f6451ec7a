import { alignmentOf } from '#app/results/alignment.ts';
import type { Sample } from '#app/results/sample.ts';
import type { ScoreScale } from '#app/results/scale.ts';
import type { CommitteeLane, Stance } from './committee.ts';

/** One persona's line of the pattern; null where no seat is required and nobody is known. */
export function stanceOf(
  { persona, required, sitting, heard, vacant }: CommitteeLane,
  samples: readonly Sample<ScoreScale>[],
): Stance | null {
  if (heard !== null && heard > 0) return { persona, people: heard, label: labelOf(persona.id, samples) };
  if (sitting.length > 0) return { persona, people: sitting.length, label: 'not heard' };
  return required > 0 ? { persona, people: vacant, label: 'empty seat' } : null;
}

function labelOf(personaId: string, samples: readonly Sample<ScoreScale>[]): Stance['label'] {
  const own = alignmentOf(samples).stances.find(({ persona }) => persona.id === personaId);
  switch (own?.label) {
    case 'happy':
    case 'in between':
    case 'critical':
      return own.label;
    default:
      return 'heard, no score';
  }
}
