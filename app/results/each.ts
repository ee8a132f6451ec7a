import { formatList } from './display.ts';

/** Of more, nothing is read one by one. */
export const MOST_READ = 10_000;

/** A page reads so many one by one of itself: it stays within its bound at any size (docs/guarantees.md). */
export const READ_UNASKED = 2_000;

/** @param read what the address says: `each` asks for what a page does not read one by one of itself. */
export function mostReadFor(read: string | null | undefined): number {
  return read === 'each' ? MOST_READ : READ_UNASKED;
}

/** What is found only by reading a persona's people or answers one by one. */
export type Part = 'likeness' | 'panel' | 'halves';

/** What of it was not read for this screen. */
export interface Unread {
  /** Read when somebody asks for it. */
  readonly onDemand: readonly Part[];
  /** More than are ever read one by one. */
  readonly tooLarge: readonly Part[];
}

/** @param sizes how many would be read for each part; parts that say nothing here are left out. */
export function unreadOf(sizes: Partial<Record<Part, number>>, most: number): Unread {
  const parts = (Object.entries(sizes) as [Part, number][]).filter(([, people]) => people > most);
  const [tooLarge, onDemand] = [true, false].map((isTooLarge) =>
    parts.filter(([, people]) => people > MOST_READ === isTooLarge).map(([part]) => part),
  ) as [Part[], Part[]];
  return { onDemand, tooLarge };
}

const PARTS = {
  likeness: 'whether those heard are like the silent',
  panel: 'the same people of the wave before',
  halves: 'the later half of the answers against the earlier',
} as const satisfies Record<Part, string>;

/** What the screen does not say, and why. */
export function unreadWords({ onDemand, tooLarge }: Unread): string[] {
  const words: string[] = [];
  if (onDemand.length > 0)
    words.push(
      `Not on this page yet, because it takes reading more than ${count(READ_UNASKED)} people one by one: ${list(onDemand)}.`,
    );
  if (tooLarge.length > 0)
    words.push(
      `Not read, because it would take reading more than ${count(MOST_READ)} people one by one: ${list(tooLarge)}.`,
    );
  return words;
}

function list(parts: readonly Part[]): string {
  return formatList(parts.map((part) => PARTS[part]));
}

function count(people: number): string {
  return people.toLocaleString('en-GB');
}
