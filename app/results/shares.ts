import type { PersonaLabel } from '#app/persona/persona.ts';
import { type ShareRange, wilson } from './arithmetic/shares.ts';
import type { Question, Sample, Wave } from './sample.ts';
import type { ShareScale } from './scale.ts';
import { type Showing, shortage, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

export interface Bar {
  /** A value of the scale, or an option's key. */
  readonly value: string;
  readonly people: number;
  /** Share of the people who answered, 0 to 1, with Wilson's interval; null while too few answered. */
  readonly share: ShareRange | null;
}

/** How one persona's answers to a rating or a choice are spread; these never become a score. */
export interface Shares<S extends ShareScale = ShareScale> {
  readonly [minted]: 'shares';
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  readonly showing: Showing;
  readonly shortage: string | null;
  readonly n: number;
  readonly known: number | null;
  readonly accounts: number | null;
  /** Every value in the scale's order; null when nothing may be listed. */
  readonly bars: readonly Bar[] | null;
  /** Ratings only: the two best marks together. */
  readonly topTwo: ShareRange | null;
}

export function sharesOf<S extends ShareScale>(
  sample: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): Shares<S> {
  const showing = showingOf(sample, thresholds);
  const { histogram, n } = sample;
  const shareOf = (people: number) => (showing === 'shown' ? wilson(people, n) : null);
  const listed = showing !== 'none' && showing !== 'withheld';
  const shares = {
    persona: sample.persona,
    wave: sample.wave,
    question: sample.question,
    showing,
    shortage: shortage(sample, thresholds),
    n,
    known: sample.known,
    accounts: sample.accountsKnown ? sample.accountCount : null,
    bars: listed
      ? sample.values.map((value, cell) => ({
          value,
          people: histogram[cell]!,
          share: shareOf(histogram[cell]!),
        }))
      : null,
    topTwo: isRating(sample.question.scale) ? shareOf(histogram.at(-1)! + histogram.at(-2)!) : null,
  };
  return Object.freeze(shares) as Shares<S>;
}

function isRating(scale: ShareScale): boolean {
  return scale !== 'single' && scale !== 'multiple' && scale !== 'consent' && scale !== 'role';
}
