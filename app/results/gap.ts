import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { mover } from './arithmetic/difference.ts';
import { median } from './arithmetic/histogram.ts';
import type { Range } from './arithmetic/interval.ts';
import { type Mismatch, mismatchOf } from './comparable.ts';
import { isInConfidence } from './confidence/policy.ts';
import { shownEstimate } from './confidence/shown-estimate.ts';
import { formatDistance, formatPoints, formatScore } from './display.ts';
import { type Figure, figureOf } from './figure.ts';
import { byFixedLane } from './lane.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const unit: unique symbol;
declare const minted: unique symbol;

/** How far apart two personas are, 0 or more; not a score and never added to one. */
export type Distance = number & { readonly [unit]: 'distance' };

/** One end of a gap, never shown without its name and its count. */
export interface GapEnd {
  readonly persona: PersonaLabel;
  readonly n: number;
  readonly known: number | null;
  readonly value: number;
}

interface Sides {
  readonly [minted]: 'gap';
  /** Both figures, in lane order. */
  readonly sides: readonly [Figure, Figure];
  readonly words: string;
}

/**
 * Two personas held apart. Allowed because it is translation-invariant: raise both by ten and it stays.
 * `score`: two shown scores, in points of 200, with an interval. `median`: middle answers, in points of 10,
 * where one side has too few for a score and its answers may be seen.
 */
export type Gap = Sides &
  (
    | {
        readonly kind: 'gap';
        readonly measure: 'score' | 'median';
        readonly higher: GapEnd;
        readonly lower: GapEnd;
        readonly points: Distance;
        readonly interval: Range | null;
        readonly wordedDifferently: boolean;
      }
    | { readonly kind: 'side_by_side'; readonly by: Exclude<Mismatch, 'wording' | 'population'> }
    | { readonly kind: 'not_heard' | 'withheld' }
  );

/**
 * Two samples of one persona throw: that is a difference between waves.
 * Source: Zou and Donner 2008 for the interval; why a gap is allowed, DOMAIN 3.1.
 */
export function gapBetween(
  a: Sample<ScoreScale>,
  b: Sample<ScoreScale>,
  thresholds: Thresholds = THRESHOLDS,
): Gap {
  if (a.persona.id === b.persona.id) throw new RangeError('A gap needs two personas.');
  const [first, second] = byFixedLane(a.persona, b.persona) <= 0 ? [a, b] : [b, a];
  const sides = [figureOf(first, thresholds), figureOf(second, thresholds)] as const;
  return Object.freeze({ sides, ...findingOf(first, second, sides) }) as Gap;
}

function findingOf(first: Sample<ScoreScale>, second: Sample<ScoreScale>, sides: readonly [Figure, Figure]) {
  const by = mismatchOf(first.question, second.question);
  if (by === 'concept' || by === 'scale') {
    return { kind: 'side_by_side', by, words: `Two different ${by}s, so no gap.` };
  }
  const isSilent = sides.some(({ showing }) => showing === 'none');
  if (isSilent) return { kind: 'not_heard', words: silenceWords(sides) };
  const isQuiet = sides.some(({ confidentiality }) => isInConfidence(confidentiality));
  if (isQuiet && !sides.every(({ showing }) => showing === 'shown')) {
    return { kind: 'withheld', words: 'Too few answered in confidence to show a gap.' };
  }
  const apart = sides.every((side) => side.showing === 'shown')
    ? scoresApart(first, second, sides)
    : mediansApart(first, second);
  return { kind: 'gap', ...apart, wordedDifferently: by === 'wording' };
}

function scoresApart(
  first: Sample<ScoreScale>,
  second: Sample<ScoreScale>,
  sides: readonly [Figure, Figure],
) {
  const estimates = [first, second].map((sample, at) => ({
    sample,
    n: sides[at]!.n,
    estimate: shownEstimate(sample),
  }));
  // The sort is stable: of two equal scores the one in the earlier lane comes first.
  const [high, low] = estimates.sort((x, y) => y.estimate.score - x.estimate.score);
  const { points, lo, hi } = mover(low!.estimate, high!.estimate);
  const higher = endOf(high!.sample, high!.estimate.score, high!.n);
  const lower = endOf(low!.sample, low!.estimate.score, low!.n);
  return {
    measure: 'score',
    higher,
    lower,
    points,
    interval: { lo, hi },
    words: `The gap: ${formatDistance(points)}, ${named(higher, formatScore)} over ${named(lower, formatScore)}. ${rangeWords({ lo, hi })}`,
  };
}

function mediansApart(first: Sample<ScoreScale>, second: Sample<ScoreScale>) {
  const ends = [first, second].map((sample) => endOf(sample, median(sample.histogram) ?? 0, sample.n));
  const [higher, lower] = ends.sort((x, y) => y.value - x.value) as [GapEnd, GapEnd];
  const points = higher.value - lower.value;
  return {
    measure: 'median',
    higher,
    lower,
    points,
    interval: null,
    words: `The gap: ${formatDistance(points, 1)} of 10, ${named(higher, String)} over ${named(lower, String)}.`,
  };
}

function endOf(sample: Sample<ScoreScale>, value: number, n: number): GapEnd {
  return { persona: sample.persona, n, known: sample.known, value };
}

function named(end: GapEnd, format: (value: number) => string): string {
  return `${inSentence(end.persona.plural)} ${format(end.value)}`;
}

function rangeWords({ lo, hi }: Range): string {
  if (lo === hi) return 'All were heard on both sides, so the gap is exact.';
  const range = `The gap is between ${formatPoints(lo)} and ${formatPoints(hi)} points`;
  return lo > 0 ? `${range}; 0 is outside.` : `${range}; there may be none.`;
}

function silenceWords(sides: readonly Figure[]): string {
  const silent = sides.filter((side) => side.n === 0).map((side) => side.persona.plural);
  return `${silent.join(' and ')}: not heard, so no gap.`;
}
