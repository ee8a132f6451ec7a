import type { PersonaLabel } from '#app/persona/persona.ts';
import { classOf, type ScoreClass } from './arithmetic/counts.ts';
import { cliffsDelta, median } from './arithmetic/histogram.ts';
import { byFixedLane } from './lane.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

export type Pattern = 'aligned' | 'leaning_apart' | 'split' | 'not_comparable';

export interface Stance {
  readonly persona: PersonaLabel;
  /** The middle answer, 0 to 10; null when not heard or not to be shown. */
  readonly middle: number | null;
  readonly label: 'happy' | 'in between' | 'critical' | 'not heard' | 'withheld';
}

/** How the personas of ONE account stand to each other: a relation, never a mark for the account. */
export interface Alignment {
  readonly pattern: Pattern;
  /** Every persona's own label, in lane order; the pattern is never shown without them. */
  readonly stances: readonly Stance[];
  /** Points of 10 between the furthest two middles, with everybody who stands at either end. */
  readonly widest: {
    readonly points: number;
    readonly highest: readonly PersonaLabel[];
    readonly lowest: readonly PersonaLabel[];
  } | null;
}

const LABELS = {
  promoter: 'happy',
  passive: 'in between',
  detractor: 'critical',
} as const satisfies Record<ScoreClass, Stance['label']>;

/**
 * One sample per persona, all of one account. Split: somebody promotes while somebody else detracts; aligned:
 * all in one class, all happy and all unhappy alike; in between: leaning apart.
 */
export function alignmentOf(samples: readonly Sample<ScoreScale>[]): Alignment {
  const stances = samples.map(stanceOf).sort((a, b) => byFixedLane(a.persona, b.persona));
  const heard = stances.flatMap((stance) =>
    stance.middle === null ? [] : [{ ...stance, middle: stance.middle }],
  );
  if (heard.length < 2) return { pattern: 'not_comparable', stances, widest: null };
  const high = Math.max(...heard.map((stance) => stance.middle));
  const low = Math.min(...heard.map((stance) => stance.middle));
  const standingAt = (middle: number) =>
    heard.filter((stance) => stance.middle === middle).map(({ persona }) => persona);
  return {
    pattern: patternOf(new Set(heard.map((stance) => classOf(stance.middle)))),
    stances,
    widest: { points: high - low, highest: standingAt(high), lowest: standingAt(low) },
  };
}

/**
 * How much likelier an answer of `a` lies above one of `b` than below (Cliff's delta, -1 to +1), within one
 * account: a comparison, not an average. null unless both were heard and may be seen.
 * Source: Cliff 1993, Psychol. Bull. 114(3).
 */
export function leadOf(a: Sample<ScoreScale>, b: Sample<ScoreScale>): number | null {
  return maySee(a) && maySee(b) ? cliffsDelta(a.histogram, b.histogram) : null;
}

function stanceOf(sample: Sample<ScoreScale>): Stance {
  const { persona } = sample;
  if (!maySee(sample)) return { persona, middle: null, label: sample.n === 0 ? 'not heard' : 'withheld' };
  const middle = median(sample.histogram);
  return { persona, middle, label: middle === null ? 'not heard' : LABELS[classOf(middle)] };
}

/** The pattern of one account shows single people's answers, so they must have agreed to be seen. */
export function maySee(sample: Sample): boolean {
  return sample.n > 0 && sample.confidentiality === 'attributed';
}

function patternOf(classes: ReadonlySet<ScoreClass>): Pattern {
  if (classes.size === 1) return 'aligned';
  return classes.has('promoter') && classes.has('detractor') ? 'split' : 'leaning_apart';
}
