import { HOUR } from '#app/platform/clock.ts';

/** How long something takes, of so many: half of them took less. */
export interface MedianHours {
  n: number;
  /** Null where nothing of the kind happened yet. */
  hours: number | null;
}

/** The median in hours, of work and not of what anybody answered. */
export function medianHours(spans: readonly number[]): MedianHours {
  const sorted = [...spans].sort((a, b) => a - b);
  const n = sorted.length;
  if (n === 0) return { n, hours: null };
  const middle = Math.floor(n / 2);
  const ms = n % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { n, hours: Math.round((ms / HOUR) * 10) / 10 };
}
