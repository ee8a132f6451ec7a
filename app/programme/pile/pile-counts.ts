import { askable } from './choice.ts';
import type { Candidate, Piles, SortedCandidate, StaleChoice } from './pile.ts';
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
export function stillToAsk(
  piles: Pick<Piles, 'ready' | 'stale'>,
  stale: StaleChoice = 'leave_out',
): SortedCandidate[] {
  return askable(piles, stale).filter(({ held }) => held?.reason !== 'invited');
}

interface Counted {
  ready: readonly SortedCandidate[];
  /** The ready ones, and the stale ones where they are asked first. */
  open: readonly SortedCandidate[];
  /** The roles that would be asked now. */
  chosen: readonly Candidate[];
}

export function countLane(personaId: string, { ready, open, chosen }: Counted): LaneCounts {
  const here = ({ personaId: own }: Candidate) => own === personaId;
  const isChosen = new Set(chosen.map(({ roleId }) => roleId));
  const held = open.filter((role) => here(role) && role.held !== null && !isChosen.has(role.roleId));
  const asked = countPeople(chosen.filter(here));
  return {
    personaId,
    ready: countPeople(ready.filter(here)).people,
    held: countPeople(held).people,
    asked: asked.people,
    accounts: asked.accounts,
  };
}
