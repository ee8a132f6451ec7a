import { type Counted, peopleIn, quantile } from './quantile.ts';

/** How many lie from `from` on and below `below`; null is an open end. */
export interface Bin {
  readonly from: number | null;
  readonly below: number | null;
  readonly people: number;
}

/** One width of bins: the edge at or below a value, and the edge after an edge. */
export interface Step {
  edgeBefore(at: number): number;
  next(edge: number): number;
}

const MOST_BINS = 10;
/** Beyond three times the middle half's width a value stands far out (Tukey's outer fence). */
const FAR_OUT = 3;

/**
 * Values in ascending order in at most ten bins of one width, of steps from narrow to wide, none left out between the ends. What stands far out
 * falls into an open bin at its end, so that one slip of the keyboard does not press all others into one bar.
 * Source: Tukey 1977, Exploratory Data Analysis, 2D, for what stands far out.
 */
export function binsOf(values: readonly Counted[], steps: readonly Step[]): Bin[] {
  if (values.length === 0) return [];
  const near = nearBy(values);
  const [low, high] = [near[0]!.at, near.at(-1)!.at];
  const step = steps.find((one) => edgesOf(one, low, high).length <= MOST_BINS) ?? steps.at(-1)!;
  const bins = edgesOf(step, low, high).map((from) => {
    const below = step.next(from);
    return { from, below, people: peopleIn(values.filter(({ at }) => at >= from && at < below)) };
  });
  const [start, stop] = [bins[0]!.from, bins.at(-1)!.below];
  const under = peopleIn(values.filter(({ at }) => at < start));
  const over = peopleIn(values.filter(({ at }) => at >= stop));
  return [
    ...(under > 0 ? [{ from: null, below: start, people: under }] : []),
    ...bins,
    ...(over > 0 ? [{ from: stop, below: null, people: over }] : []),
  ];
}

/** Opens both ends until at least so many people stand in each: the last one out must not stand alone. */
export function withWideEnds(bins: readonly Bin[], least: number): Bin[] {
  const opened = openStart(bins, least);
  return openStart(opened.map(mirrored).reverse(), least).map(mirrored).reverse();
}

function openStart(bins: readonly Bin[], least: number): Bin[] {
  const [first, second, ...rest] = bins;
  if (!first || first.people >= least) return [...bins];
  if (!second) return [{ ...first, from: null, below: null }];
  return openStart(
    [{ from: null, below: second.below, people: first.people + second.people }, ...rest],
    least,
  );
}

function mirrored({ from, below, people }: Bin): Bin {
  return { from: below, below: from, people };
}

function nearBy(values: readonly Counted[]): readonly Counted[] {
  const [lower, upper] = [quantile(values, 0.25)!, quantile(values, 0.75)!];
  const reach = FAR_OUT * (upper - lower);
  return reach === 0 ? values : values.filter(({ at }) => at >= lower - reach && at <= upper + reach);
}

/** The edges from the lowest to the highest; one more than is allowed tells that the step is too small. */
function edgesOf(step: Step, low: number, high: number): number[] {
  const edges = [step.edgeBefore(low)];
  while (edges.length <= MOST_BINS && step.next(edges.at(-1)!) <= high) edges.push(step.next(edges.at(-1)!));
  return edges;
}
