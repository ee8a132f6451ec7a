import type { Step } from './arithmetic/bins.ts';
import type { SpreadScale } from './scale.ts';

/**
 * How numbers or days are put on a line of whole steps and read off it again. Numbers are counted in units of their
 * last decimal, so that no bin has a ragged edge; days since 1970-01-01.
 */
export interface Ruler {
  toLine(value: string): number;
  /** A value on the line; between two steps a number is halved and a day is the earlier one. */
  read(at: number): Mark;
  readonly steps: readonly Step[];
  /** "10 to 19", "Mar 2027"; null is an open end. */
  label(from: number | null, below: number | null): string;
}

/** A number, or a day such as 2027-02-26. */
export type Mark = number | string;

export function rulerFor(scale: SpreadScale, values: readonly string[]): Ruler {
  return scale === 'date' ? DAYS : numbersWith(Math.max(0, ...values.map(decimalsOf)));
}

/** "1,200", "−3.5". */
export function formatMark(mark: Mark): string {
  if (typeof mark === 'string') return formatDay(toDay(mark));
  return mark.toLocaleString('en-GB', { maximumFractionDigits: 5 }).replace('-', '−');
}

function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

function numbersWith(decimals: number): Ruler {
  const one = 10 ** decimals;
  const read = (at: number) => Number((at / one).toFixed(decimals + 1));
  const words = (at: number) => formatMark(read(at));
  return {
    toLine: (value) => Math.round(Number(value) * one),
    read,
    steps: NUMBER_STEPS,
    label(from, below) {
      if (from === null) return below === null ? 'any' : `${words(below - 1)} or less`;
      if (below === null) return `${words(from)} or more`;
      return below - from === 1 ? words(from) : `${words(from)} to ${words(below - 1)}`;
    },
  };
}

const NUMBER_STEPS: Step[] = Array.from({ length: 16 }, (_, power) => [1, 2, 5].map((n) => n * 10 ** power))
  .flat()
  .map((width) => ({
    edgeBefore: (at) => Math.floor(at / width) * width,
    next: (edge) => edge + width,
  }));

const DAY = 24 * 60 * 60 * 1000;

function toDay(iso: string): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

function dateOf(day: number): Date {
  return new Date(day * DAY);
}

/** Months since the year 0, and the first day of one. */
function monthOf(day: number): number {
  return dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
}

function firstDay(month: number): number {
  const first = new Date(0);
  first.setUTCFullYear(Math.floor(month / 12), month % 12, 1);
  return Math.round(first.getTime() / DAY);
}

const months = (count: number): Step => ({
  edgeBefore: (at) => firstDay(Math.floor(monthOf(at) / count) * count),
  next: (edge) => firstDay(monthOf(edge) + count),
});
/** 1970-01-01 was a Thursday, so weeks from Monday begin three days off. */
const days = (count: number, offset = 0): Step => ({
  edgeBefore: (at) => Math.floor((at + offset) / count) * count - offset,
  next: (edge) => edge + count,
});

const DAYS: Ruler = {
  toLine: toDay,
  read: (at) => dateOf(Math.floor(at)).toISOString().slice(0, 10),
  steps: [days(1), days(7, 3), ...[1, 3, 12, 24, 60, 120, 600, 1200, 6000, 12_000].map(months)],
  label(from, below) {
    if (from === null) return below === null ? 'any day' : `up to ${formatDay(below - 1)}`;
    if (below === null) return `${formatDay(from)} or later`;
    return labelOfDays(from, below);
  },
};

function labelOfDays(from: number, below: number): string {
  const [start, stop] = [monthOf(from), monthOf(below)];
  const whole = firstDay(start) === from && firstDay(stop) === below && stop > start;
  if (!whole) return below - from === 1 ? formatDay(from) : `${formatDay(from)} to ${formatDay(below - 1)}`;
  if (stop - start === 1) return formatMonth(from);
  if (start % 12 !== 0 || stop % 12 !== 0) return `${formatMonth(from)} to ${formatMonth(below - 1)}`;
  const [first, last] = [Math.floor(start / 12), Math.floor(stop / 12) - 1];
  return first === last ? String(first) : `${first} to ${last}`;
}

function formatDay(day: number): string {
  const options = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const;
  return dateOf(day).toLocaleDateString('en-GB', options);
}

function formatMonth(day: number): string {
  const options = { timeZone: 'UTC', month: 'short', year: 'numeric' } as const;
  return dateOf(day).toLocaleDateString('en-GB', options);
}
