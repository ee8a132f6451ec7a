import { DAY } from '#app/platform/clock.ts';
import { type Pick as AttributePick, isPicked, type Picked } from './pick.ts';
import type { Piles, SortedCandidate, StaleChoice } from './pile.ts';

/** Whom of the ready and the stale pile a send is for. What is not chosen is not asked. */
export interface Choice {
  /** Persona ids. */
  personas: readonly string[];
  /** One account, or null for all of them. */
  accountId: string | null;
  /** Only roles that were never heard, or not for so many days; null for all of them. */
  unheard: 'never' | number | null;
  /** A part of the title that people hold at the account, or empty for all of them. */
  title: string;
  /** Own attributes, each with the values of which one is enough; none for all of them. */
  attributes: readonly AttributePick[];
  /** Role ids of people with two hats: the hat to ask. */
  hats: readonly string[];
  stale: StaleChoice;
}

/** The roles that can be asked at all: ready ones, and stale ones where their holders are asked about them first. */
export function askable(
  { ready, stale }: Pick<Piles, 'ready' | 'stale'>,
  choice: StaleChoice,
): SortedCandidate[] {
  return choice === 'ask_first' ? [...ready, ...stale] : ready;
}

/**
 * The roles that would be asked: of those with two hats only the hats that were chosen. `picked` is whom the choice's own
 * attributes leave.
 */
export function chooseRoles(
  piles: Pick<Piles, 'ready' | 'stale'>,
  choice: Choice,
  picked: Picked,
  now: number,
): SortedCandidate[] {
  const personas = new Set(choice.personas);
  const hats = new Set(choice.hats);
  return askable(piles, choice.stale).filter(
    ({ roleId, personId, personaId, accountId, lastHeardAt, title, held }) =>
      personas.has(personaId) &&
      (choice.accountId === null || choice.accountId === accountId) &&
      isPicked(picked, { personId, accountId }) &&
      isUnheard(lastHeardAt, choice.unheard, now) &&
      (title ?? '').toLowerCase().includes(choice.title.toLowerCase()) &&
      (held === null || (held.reason === 'two_hats' && hats.has(roleId))),
  );
}

function isUnheard(lastHeardAt: number | null, unheard: Choice['unheard'], now: number): boolean {
  if (unheard === null || lastHeardAt === null) return true;
  return unheard !== 'never' && lastHeardAt < now - unheard * DAY;
}
