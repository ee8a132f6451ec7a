// The arithmetic room: plain numbers in, plain numbers out. Nothing here knows whose answers it was given,
// so only `app/results` may import it (a dependency rule holds this); everybody else starts from a Sample.

/** How many answers fell into each class: 9 and 10, 7 and 8, 0 to 6. Fractions occur in planning only. */
export interface Counts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

export type ScoreClass = 'promoter' | 'passive' | 'detractor';

/**
 * Sorts raw values into classes. Only the integers 0 to 10 count: anything else (11, 7.5, null, '9') is
 * rejected and counted, never clamped, because clamping invents answers.
 * Source: Reichheld 2003, Harvard Business Review 81(12), for the three classes.
 */
export function classify(values: readonly unknown[]): { counts: Counts; rejected: number } {
  const histogram = Array.from({ length: 11 }, () => 0);
  let rejected = 0;
  for (const value of values) {
    if (isScore(value)) histogram[value] = (histogram[value] ?? 0) + 1;
    else rejected += 1;
  }
  return { counts: countsOf(histogram), rejected };
}

/**
 * The classes of a histogram whose eleven cells are the answers 0 to 10.
 * Source: Reichheld 2003, Harvard Business Review 81(12), for the three classes.
 */
export function countsOf(histogram: readonly number[]): Counts {
  const within = (low: number, high: number) =>
    histogram.slice(low, high + 1).reduce((sum, cell) => sum + cell, 0);
  return { promoters: within(9, 10), passives: within(7, 8), detractors: within(0, 6) };
}

/**
 * The class of one value on the 0 to 10 line; halves (medians) belong to the class below them.
 * Source: Reichheld 2003, Harvard Business Review 81(12), for the three classes.
 */
export function classOf(value: number): ScoreClass {
  const whole = Math.floor(value);
  if (whole >= 9) return 'promoter';
  return whole >= 7 ? 'passive' : 'detractor';
}

export function answersIn(counts: Counts): number {
  return counts.promoters + counts.passives + counts.detractors;
}

export function added(left: Counts, right: Counts): Counts {
  return {
    promoters: left.promoters + right.promoters,
    passives: left.passives + right.passives,
    detractors: left.detractors + right.detractors,
  };
}

function isScore(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10;
}
