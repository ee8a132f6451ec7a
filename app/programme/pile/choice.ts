import { DAY } from '#app/platform/clock.ts';
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
  /** Role ids of people with two hats: the hat to ask. */
  hats: readonly string[];
}

/** The roles that would be asked: ready ones, and of those with two hats only the hats that were chosen. */
export function chooseRoles(piles: Pick<Piles, 'ready'>, choice: Choice, now: number): ReadyCandidate[] {
  const personas = new Set(choice.personas);
  const hats = new Set(choice.hats);
  return piles.ready.filter(
    ({ roleId, personaId, accountId, lastHeardAt, title, held }) =>
      personas.has(personaId) &&
      (choice.accountId === null || choice.accountId === accountId) &&
      isUnheard(lastHeardAt, choice.unheard, now) &&
      (title ?? '').toLowerCase().includes(choice.title.toLowerCase()) &&
      (held === null || (held.reason === 'two_hats' && hats.has(roleId))),
  );
}

function isUnheard(lastHeardAt: number | null, unheard: Choice['unheard'], now: number): boolean {
  if (unheard === null || lastHeardAt === null) return true;
  return unheard !== 'never' && lastHeardAt < now - unheard * DAY;
}
