import type { PersonaLabel } from '#app/persona/persona.ts';
import { type ShareRange, wilson } from './arithmetic/shares.ts';
import { type Largest, largestIn } from './dominance.ts';
import type { Question, Sample, Wave } from './sample.ts';
import { type GridScale, pointsOf, type ShareScale } from './scale.ts';
import { declinedIn, type Showing, shortage, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

export interface Bar {
  /** A value of the scale, or an option's key. */
  readonly value: string;
  readonly people: number;
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
  const { histogram, n } = sample;
  const shareOf = (people: number) => (showing === 'shown' ? wilson(people, n) : null);
  const listed = showing !== 'none' && showing !== 'withheld';
  const isRating = pointsOf(sample.question.scale) !== null;
  const shares = {
    persona: sample.persona,
    wave: sample.wave,
    question: sample.question,
    showing,
    shortage: shortage(sample, thresholds, 'A share'),
    n,
    declined: declinedIn(sample, thresholds),
    known: sample.known,
    accounts: sample.accountsKnown ? sample.accountCount : null,
    bars: listed
      ? sample.values.map((value, cell) => ({
          value,
          people: histogram[cell]!,
          share: shareOf(histogram[cell]!),
        }))
      : null,
    topTwo: isRating ? shareOf(histogram.at(-1)! + histogram.at(-2)!) : null,
    largest: showing === 'shown' ? largestIn(sample) : null,
  };
  return Object.freeze(shares) as Shares<S>;
}
