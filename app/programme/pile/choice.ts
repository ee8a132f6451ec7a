import type { Piles, ReadyCandidate } from './pile.ts';

/** Whom of the ready pile a send is for. What is not chosen is not asked. */
export interface Choice {
  /** Persona ids. */
  personas: readonly string[];
  /** One account, or null for all of them. */
  accountId: string | null;
  /** Role ids of people with two hats: the hat to ask. */
  hats: readonly string[];
}

/** The roles that would be asked: ready ones, and of those with two hats only the hats that were chosen. */
export function chooseRoles(piles: Pick<Piles, 'ready'>, choice: Choice): ReadyCandidate[] {
  const personas = new Set(choice.personas);
  const hats = new Set(choice.hats);
  return piles.ready.filter(
    ({ roleId, personaId, accountId, held }) =>
      personas.has(personaId) &&
      (choice.accountId === null || choice.accountId === accountId) &&
      (held === null || (held.reason === 'two_hats' && hats.has(roleId))),
  );
}
