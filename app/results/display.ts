import type { Range } from './arithmetic/interval.ts';

/** The minus of typography, U+2212: as wide as the plus, and never broken from its number. */
const MINUS = '\u2212';

/** Whole points, half away from zero, so that swapping promoters and detractors flips the sign exactly. */
export function displayRound(points: number): number {
  // A mean of account means can land a hair under a true half; the shade lifts it back.
  const whole = Math.floor(Math.abs(points) + 0.5 + 1e-9);
  return whole === 0 ? 0 : Math.sign(points) * whole;
}

/** "+39", "−20", "0". */
export function formatScore(points: number): string {
  const shown = displayRound(points);
  if (shown === 0) return '0';
  return `${shown > 0 ? '+' : MINUS}${Math.abs(shown)}`;
}

/** "−33 to 0". */
export function formatInterval({ lo, hi }: Range): string {
  return `${formatScore(lo)} to ${formatScore(hi)}`;
}

/** "between −33 and 0". */
export function formatBetween({ lo, hi }: Range): string {
  return `between ${formatScore(lo)} and ${formatScore(hi)}`;
}

/** "59 points", "1 point", "0.5 points": a distance, so without a sign. */
export function formatDistance(points: number, decimals: 0 | 1 = 0): string {
  const size = decimals === 0 ? displayRound(Math.abs(points)) : displayRound(Math.abs(points) * 10) / 10;
  return `${size} ${size === 1 ? 'point' : 'points'}`;
}

/** "34%", from a share of 0 to 1. */
export function formatShare(share: number): string {
  return `${displayRound(100 * share)}%`;
}

/** "77 times in 1,000", from a chance of 0 to 1. */
export function formatTimes(chance: number): string {
  const times = displayRound(1000 * chance);
  if (times === 0) return 'less than once in 1,000 times';
  return times === 1 ? 'once in 1,000 times' : `${times.toLocaleString('en-GB')} times in 1,000`;
}

/** "1 account", "9 accounts". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Comments are counted up to here: whoever reads some of them learns "more than", and it costs the same of a million. */
export const COMMENTS_COUNTED = 1000;

/** "1 comment", "340 comments", "more than 1000 comments". */
export function formatComments(comments: number): string {
  return comments > COMMENTS_COUNTED
    ? `more than ${COMMENTS_COUNTED} comments`
    : formatCount(comments, 'comment');
}

/** "A", "A and B", "A, B and C". */
export function formatList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "18", "−5": an end of a distance, where a plus would read as a score. */
export function formatPoints(points: number): string {
  return formatScore(points).replace('+', '');
}

/** What a person wrote, closed by a full stop unless it closes itself: members write fragments. */
export function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The same with a capital at its head, where it begins a sentence or stands by itself. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
