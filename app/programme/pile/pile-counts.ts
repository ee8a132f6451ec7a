import type { Candidate, Piles, ReadyCandidate } from './pile.ts';
import { countPeople } from './pile.ts';

/** One persona of a send in counts of people; they say how many, never how they feel. */
export interface LaneCounts {
  personaId: string;
  ready: number;
  held: number;
  asked: number;
  accounts: number;
}

/** Who is still to be asked: what this wave asked already is not counted again. */
export function stillToAsk({ ready }: Pick<Piles, 'ready'>): ReadyCandidate[] {
  return ready.filter(({ held }) => held?.reason !== 'invited');
}

/** @param chosen the roles that would be asked now. */
export function countLane(
  personaId: string,
  open: readonly ReadyCandidate[],
  chosen: readonly Candidate[],
): LaneCounts {
  const here = ({ personaId: own }: Candidate) => own === personaId;
  const isChosen = new Set(chosen.map(({ roleId }) => roleId));
  const held = open.filter((role) => here(role) && role.held !== null && !isChosen.has(role.roleId));
  const asked = countPeople(chosen.filter(here));
  return {
    personaId,
    ready: countPeople(open.filter(here)).people,
    held: countPeople(held).people,
    asked: asked.people,
    accounts: asked.accounts,
  };
}
