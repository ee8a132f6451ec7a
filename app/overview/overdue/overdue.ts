import type { PersonaLabel } from '#app/persona/persona.ts';
import { byFixedLane } from '#app/results/lane.ts';

/** A promise past its day: an answer that a persona is owed, or a follow-up that nobody finished. */
export interface OverduePromise {
  key: string;
  what: string;
  persona: PersonaLabel;
  /** "10 of 12 have not heard back, since “Spring”", or whose it is. */
  about: string;
  /** How many promises alike stand behind it. */
  times: number;
  /** ISO day, of the longest overdue. */
  dueOn: string;
  days: number;
}

export interface Overdue {
  first: OverduePromise[];
  /** Beyond those listed. */
  more: number;
}

/** "18 days"; what went past its hour on this very day is "today". */
export function overWords(days: number): string {
  if (days === 0) return 'today';
  return days === 1 ? '1 day' : `${days} days`;
}

/** As many as the printed page has room for. */
export const OVERDUE_SHOWN = 4;

/** The longest overdue first, then in lane order. @param all how many there are, those that were not read included */
export function firstOverdue(promises: readonly OverduePromise[], all: number): Overdue {
  const first = [...promises]
    .sort((a, b) => b.days - a.days || byFixedLane(a.persona, b.persona))
    .slice(0, OVERDUE_SHOWN);
  return { first, more: all - first.reduce((sum, { times }) => sum + times, 0) };
}
