import type { PersonaLabel } from '#app/persona/persona.ts';
import { type ShareRange, wilson } from './arithmetic/shares.ts';
import type { Band } from './confidence/band.ts';
import { coarseShare } from './confidence/coarse.ts';
import { EXACT_FROM, isInConfidence } from './confidence/policy.ts';
import { toldPeople } from './confidence/told-people.ts';
import { type Largest, largestIn } from './dominance.ts';
import type { Question, Sample, Wave } from './sample.ts';
import { type GridScale, pointsOf, type ShareScale } from './scale.ts';
import { declinedIn, type Showing, shortage, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

export interface Bar {
  /** A value of the scale, or an option's key. */
  readonly value: string;
  /** Null where, in confidence, the share alone is told. */
  readonly people: number | null;
  /** Share of the people who answered, 0 to 1, with Wilson's interval; null while too few answered. */
  readonly share: ShareRange | null;
}

/** How one persona's answers to a rating, a choice or one row of a grid are spread; these never become a score. */
export interface Shares<S extends ShareScale | GridScale = ShareScale | GridScale> {
  readonly [minted]: 'shares';
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  readonly showing: Showing;
  readonly shortage: string | null;
  /** People who answered; whoever preferred not to say is not among them. */
  readonly n: number;
  /** In confidence how many answered, as far as it is told; null where n says it. */
  readonly band: Band | null;
  readonly declined: number | null;
  readonly known: number | null;
  readonly accounts: number | null;
  /** Every value in the scale's order; null when nothing may be listed. */
  readonly bars: readonly Bar[] | null;
  /** Ratings only: the two best marks together. */
  readonly topTwo: ShareRange | null;
  readonly largest: Largest | null;
}

export function sharesOf<S extends ShareScale | GridScale>(
  sample: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): Shares<S> {
  if (sample.question.grid) throw new RangeError('The shares of a grid are those of one of its rows.');
  const showing = showingOf(sample, thresholds);
  const { histogram } = sample;
  const shareOf = (people: number) => (showing === 'shown' ? shareIn(sample, people) : null);
  const isBanded = isInConfidence(sample.confidentiality) && sample.n < EXACT_FROM;
  const listed = showing !== 'none' && showing !== 'withheld';
  const isRating = pointsOf(sample.question.scale) !== null;
  const shares = {
    persona: sample.persona,
    wave: sample.wave,
    question: sample.question,
    showing,
    shortage: shortage(sample, thresholds, 'A share'),
    ...toldOf(sample, showing, thresholds),
    declined: declinedIn(sample),
    known: sample.known,
    bars: listed
      ? sample.values.map((value, cell) => ({
          value,
          people: isBanded ? null : histogram[cell]!,
          share: shareOf(histogram[cell]!),
        }))
      : null,
    topTwo: isRating ? shareOf(histogram.at(-1)! + histogram.at(-2)!) : null,
    largest: largestShown(sample, showing),
  };
  return Object.freeze(shares) as Shares<S>;
}

/** A share of those who answered; in confidence in whole per cent. */
export function shareIn({ n, confidentiality }: Sample, people: number): ShareRange {
  const share = wilson(people, n);
  return isInConfidence(confidentiality) ? coarseShare(share) : share;
}

/** How many answered at how many accounts, as far as it is told. */
export function toldOf(sample: Sample, showing: Showing, thresholds: Thresholds) {
  const { n, band, accounts } = toldPeople(sample, showing, thresholds);
  return { n, band, accounts };
}

/** In confidence no account is named, nor how many of it answered. */
export function largestShown(sample: Sample, showing: Showing): Largest | null {
  return showing === 'shown' && !isInConfidence(sample.confidentiality) ? largestIn(sample) : null;
}
