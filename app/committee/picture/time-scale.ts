import type { CommitteeLane } from './committee.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Further back than this is history, and would press the last year into a corner. */
const LONGEST = 3 * 365 * DAY;
const SHORTEST = 90 * DAY;
const MOST_TICKS = 5;

/** Where a moment stands between the first thing that is known and now. */
export interface TimeScale {
  /** 0 to 1; what came before the beginning stands at it. */
  share(at: number): number;
  ticks: { at: number; label: string }[];
}

/** From the first day of the month in which anything happened, at most three years ago, to now. */
export function timeScaleOf(lanes: readonly CommitteeLane[], now: number): TimeScale {
  const seats = lanes.flatMap(({ sitting, left }) => [...sitting, ...left]);
  const moments = seats.flatMap(({ startedAt, marks }) => [startedAt, ...marks.map(({ at }) => at)]);
  const first = Math.max(now - LONGEST, Math.min(now - SHORTEST, ...moments));
  const from = monthOf(first, 0);
  const share = (at: number) => Math.min(1, Math.max(0, (at - from) / (now - from)));
  return {
    share,
    ticks: ticksOf(from, now).map((at) => ({ at: share(at), label: monthWords(at, 'short') })),
  };
}

function ticksOf(from: number, now: number): number[] {
  const steps = [1, 2, 3, 6, 12];
  const months = (step: number) =>
    Array.from({ length: 40 / step + 1 }, (_, at) => monthOf(from, at * step)).filter((at) => at <= now);
  return months(steps.find((step) => months(step).length <= MOST_TICKS) ?? 12);
}

/** The first moment of the month so many months on, UTC. */
function monthOf(at: number, months: number): number {
  const day = new Date(at);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
}

const monthFormat = (month: 'long' | 'short') =>
  new Intl.DateTimeFormat('en-GB', { month, year: 'numeric', timeZone: 'UTC' });
const MONTH = { long: monthFormat('long'), short: monthFormat('short') };
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "October 2025". */
export function monthWords(at: number, month: 'long' | 'short' = 'long'): string {
  return MONTH[month].format(at);
}

/** "12 August 2026". */
export function dayWords(at: number): string {
  return LONG_DAY.format(at);
}
