import { DAY } from '#app/platform/clock.ts';
import { isPicked, type Pick, type Picked } from './pick.ts';
import type { Piles, ReadyCandidate } from './pile.ts';

/** Whom of the ready pile a send is for. What is not chosen is not asked. */
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
  attributes: readonly Pick[];
  /** Role ids of people with two hats: the hat to ask. */
  hats: readonly string[];
}

/**
 * The roles that would be asked: ready ones, and of those with two hats only the hats that were chosen. `picked` is
 * whom the choice's own attributes leave.
 */
export function chooseRoles(
  { ready }: { ready: Piles['ready'] },
  choice: Choice,
  picked: Picked,
  now: number,
): ReadyCandidate[] {
  const personas = new Set(choice.personas);
  const hats = new Set(choice.hats);
  return ready.filter(
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
