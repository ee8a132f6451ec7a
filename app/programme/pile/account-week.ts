import type { Candidate } from './pile.ts';

/** How many people of one account may be asked within a week, and who was lately, by account. */
export interface AccountWeek {
  /** Null for any number. */
  most: number | null;
  asked: ReadonlyMap<string, ReadonlySet<string>>;
}

/** How many of those chosen have to wait for later weeks, because their account has its fill. */
export function countWaiting(
  chosen: readonly Pick<Candidate, 'accountId' | 'personId'>[],
  { most, asked }: AccountWeek,
): number {
  if (most === null) return 0;
  const people = new Map<string, Set<string>>();
  for (const { accountId, personId } of chosen)
    if (!asked.get(accountId)?.has(personId))
      people.set(accountId, (people.get(accountId) ?? new Set()).add(personId));
  return [...people].reduce((waiting, [accountId, own]) => {
    const room = Math.max(0, most - (asked.get(accountId)?.size ?? 0));
    return waiting + Math.max(0, own.size - room);
  }, 0);
}
