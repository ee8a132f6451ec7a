import type { PersonaLabel } from '#app/persona/persona.ts';
import { binsOf, withWideEnds } from './arithmetic/bins.ts';
import { type Counted, peopleIn, quantile } from './arithmetic/quantile.ts';
import type { Band } from './confidence/band.ts';
import { roundedPeople } from './confidence/coarse.ts';
import { isInConfidence } from './confidence/policy.ts';
import type { Largest } from './dominance.ts';
import { type Mark, type Ruler, rulerFor } from './ruler.ts';
import type { Question, Sample, Wave } from './sample.ts';
import type { SpreadScale } from './scale.ts';
import { largestShown, toldOf } from './shares.ts';
import { declinedIn, type Showing, shortage, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

export interface SpreadBin {
  readonly label: string;
  readonly from: Mark | null;
  /** The first value that is not in it any more. */
  readonly below: Mark | null;
  /** In confidence in fives, where fewer than thirty answered. */
  readonly people: number;
}

/** The five marks of a spread, lowest first; each is null where it may not be shown. */
export interface Marks {
  readonly lowest: Mark | null;
  readonly lowerQuartile: Mark | null;
  readonly median: Mark | null;
  readonly upperQuartile: Mark | null;
  readonly highest: Mark | null;
}

/** How the numbers or days that one persona gave lie along a line. There is no mean: one slip would move it. */
export interface Spread<S extends SpreadScale = SpreadScale> extends Marks {
  readonly [minted]: 'spread';
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  readonly showing: Showing;
  readonly shortage: string | null;
  readonly n: number;
  readonly band: Band | null;
  readonly declined: number | null;
  readonly known: number | null;
  readonly accounts: number | null;
  readonly largest: Largest | null;
  /** From the lowest on; null where nothing may be shown. */
  readonly bins: readonly SpreadBin[] | null;
  /** Each answer, lowest first, where there are too few for a median and they may be seen. */
  readonly answers: readonly Mark[] | null;
}

export function spreadOf<S extends SpreadScale>(
  sample: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): Spread<S> {
  const showing = showingOf(sample, thresholds);
  const ruler = rulerFor(sample.question.scale, sample.values);
  const values = onLine(sample, ruler);
  const listed = showing === 'answers_only' || showing === 'too_few_accounts';
  const spread = {
    persona: sample.persona,
    wave: sample.wave,
    // What was answered stands in the bins and marks alone: in confidence some of it is withheld.
    question: { ...sample.question, options: undefined },
    showing,
    shortage: shortage(sample, thresholds, 'A median'),
    ...toldOf(sample, showing, thresholds),
    declined: declinedIn(sample),
    known: sample.known,
    largest: largestShown(sample, showing),
    ...(showing === 'shown' ? reading(sample, ruler, values, thresholds) : NOTHING),
    answers: listed ? spelledOut(values).map(ruler.read) : null,
  };
  return Object.freeze(spread) as unknown as Spread<S>;
}

const NOTHING = {
  lowest: null,
  lowerQuartile: null,
  median: null,
  upperQuartile: null,
  highest: null,
  bins: null,
} as const;

function onLine(sample: Sample<SpreadScale>, ruler: Ruler): Counted[] {
  const { histogram, values } = sample;
  return values
    .map((value, cell) => ({ at: ruler.toLine(value), people: histogram[cell]! }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.at - b.at);
}

/**
 * In confidence a mark is somebody's own answer: it shows only where enough people answered that much or less, and
 * enough that much or more. So the ends show from five people at the very end on, a median from ten people on.
 */
function reading(sample: Sample, ruler: Ruler, values: readonly Counted[], { showAnswers }: Thresholds) {
  const open = !isInConfidence(sample.confidentiality);
  const hidden = (at: number) =>
    !open &&
    (peopleIn(values.filter((one) => one.at <= at)) < showAnswers ||
      peopleIn(values.filter((one) => one.at >= at)) < showAnswers);
  const mark = (at: number) => (hidden(at) ? null : ruler.read(at));
  const bins = binsOf(values, ruler.steps);
  return {
    lowest: mark(values[0]!.at),
    lowerQuartile: mark(quantile(values, 0.25)!),
    median: mark(quantile(values, 0.5)!),
    upperQuartile: mark(quantile(values, 0.75)!),
    highest: mark(values.at(-1)!.at),
    bins: (open ? bins : withWideEnds(bins, showAnswers)).map(({ from, below, people }) => ({
      label: ruler.label(from, below),
      from: from === null ? null : ruler.read(from),
      below: below === null ? null : ruler.read(below),
      people: open ? people : roundedPeople(people, sample.n),
    })),
  };
}

function spelledOut(values: readonly Counted[]): number[] {
  return values.flatMap(({ at, people }) => Array.from({ length: people }, () => at));
}
