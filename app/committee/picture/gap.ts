import type { Apart } from '#app/results/apart.ts';
import { gapBetween } from '#app/results/gap.ts';
import type { Sample } from '#app/results/sample.ts';
import type { ScoreScale } from '#app/results/scale.ts';
import type { AccountGap } from './committee.ts';

/** A gap with the single answers behind both ends, and in scores where both sides have enough for one. */
export function toAccountGap(apart: Apart, samples: readonly Sample<ScoreScale>[]): AccountGap {
  const sampleOf = (id: string) => samples.find(({ persona }) => persona.id === id);
  const [higher, lower] = [sampleOf(apart.higher.persona.id), sampleOf(apart.lower.persona.id)];
  const gap = higher && lower ? gapBetween(higher, lower) : null;
  return {
    ...apart,
    higherAnswers: given(higher),
    lowerAnswers: given(lower),
    scores: gap?.kind === 'gap' && gap.measure === 'score' ? gap.words : null,
  };
}

/** The answers that somebody gave, each once, lowest first. */
function given(sample: Sample<ScoreScale> | undefined): number[] {
  return (sample?.histogram ?? []).flatMap((people, value) => (people > 0 ? [value] : []));
}
