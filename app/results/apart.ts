import type { PersonaLabel } from '#app/persona/persona.ts';
import { alignmentOf, maySee, type Pattern } from './alignment.ts';
import { median } from './arithmetic/histogram.ts';
import { mismatchOf } from './comparable.ts';
import type { Distance } from './gap.ts';
import { byFixedLane } from './lane.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';

/** One end: a persona of the account, how many of it answered, and the middle of their answers. */
export interface ApartEnd {
  readonly persona: PersonaLabel;
  readonly n: number;
  /** 0 to 10. */
  readonly middle: number;
  /** What they were asked, in the words that they read. */
  readonly wording: string;
}

/** How far two personas of ONE account stand apart: a relation, never a mark for the account. */
export interface Apart {
  readonly higher: ApartEnd;
  readonly lower: ApartEnd;
  /** Points of 10 between the two middles; 0 where they stand at one place. */
  readonly points: Distance;
  readonly wordedDifferently: boolean;
}

/** Further than this, two personas pull apart (DOMAIN R2: from the gap alone, so that no shift of both can change it). */
export const PULLS_APART = 1;

/** Every two personas among samples of one account, one sample per persona, that may be seen and were asked the same; in lane order. */
export function apartPairs(samples: readonly Sample<ScoreScale>[]): Apart[] {
  const heard = samples.filter(maySee).sort((a, b) => byFixedLane(a.persona, b.persona));
  return heard.flatMap((one, at) => heard.slice(at + 1).flatMap((other) => apartOf(one, other) ?? []));
}

/**
 * The two personas furthest apart; null with fewer than two to compare. Translation-invariant: raise all by one and it
 * stays what it is.
 */
export function widestApart(samples: readonly Sample<ScoreScale>[]): Apart | null {
  return apartPairs(samples).reduce<Apart | null>(
    (widest, next) => (widest === null || next.points > widest.points ? next : widest),
    null,
  );
}

/** How all who were heard stand to each other; not to be said where they were asked different things. */
export function patternOf(samples: readonly Sample<ScoreScale>[]): Pattern {
  const heard = samples.filter(maySee);
  const pairs = (heard.length * (heard.length - 1)) / 2;
  return apartPairs(samples).length < pairs ? 'not_comparable' : alignmentOf(samples).pattern;
}

/** Of two at one place the one in the earlier lane is named first. */
function apartOf(first: Sample<ScoreScale>, second: Sample<ScoreScale>): Apart | null {
  const by = mismatchOf(first.question, second.question);
  if (by === 'concept' || by === 'scale') return null;
  const ends = [endOf(first), endOf(second)] as const;
  const [higher, lower] = ends[1].middle > ends[0].middle ? [ends[1], ends[0]] : ends;
  const points = (higher.middle - lower.middle) as Distance;
  return { higher, lower, points, wordedDifferently: by === 'wording' };
}

function endOf(sample: Sample<ScoreScale>): ApartEnd {
  const { persona, n, question } = sample;
  return { persona, n, middle: middleOf(sample) ?? 0, wording: question.wording };
}

/** The middle of one persona's answers, 0 to 10; null without any. */
export function middleOf(sample: Sample<ScoreScale>): number | null {
  return median(sample.histogram);
}
