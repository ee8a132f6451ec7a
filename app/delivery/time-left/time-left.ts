import { HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';

/** What a wave sent lately. Times are ms. */
export interface Pace {
  accepted: number;
  first: number;
  last: number;
}

/** How far back the pace is read: long enough to be a pace, short enough to be the one of now. */
export const PACE_WINDOW = 5 * MINUTE;
/** Fewer tell nothing. */
const LEAST_ACCEPTED = 5;
const LEAST_SPAN = 10 * SECOND;
/** Nothing was sent for so long: it is not going at any pace. */
const STANDS_STILL = MINUTE;

/** Ms that what waits would take at the pace of the last minutes; null where nobody can say. */
export function timeLeft({ accepted, first, last }: Pace, waiting: number, now: number): number | null {
  const span = now - first;
  if (waiting === 0 || accepted < LEAST_ACCEPTED || span < LEAST_SPAN) return null;
  if (now - last > STANDS_STILL) return null;
  return (waiting * span) / accepted;
}

/** "about 4 minutes left": as exact as a pace that changes allows. */
export function timeLeftInWords(ms: number): string {
  if (ms < 45 * SECOND) return 'less than a minute left';
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  if (minutes === 1) return 'about a minute left';
  if (minutes < 10) return `about ${minutes} minutes left`;
  if (minutes < 53) return `about ${Math.round(minutes / 5) * 5} minutes left`;
  const hours = Math.max(1, Math.round(ms / HOUR));
  if (hours === 1) return 'about an hour left';
  return hours <= 24 ? `about ${hours} hours left` : 'more than a day left';
}
