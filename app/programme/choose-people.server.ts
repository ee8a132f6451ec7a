import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { askable, type Choice, chooseRoles } from './pile/choice.ts';
import { pickRoles } from './pile/pick-roles.server.ts';
import type { Piles, SortedCandidate, StaleChoice } from './pile/pile.ts';
import { sortPiles } from './sort-piles.server.ts';

export type ChosenPeople =
  /** `strange` are hats that nobody who can be asked can wear. */
  | {
      kind: 'chosen';
      chosen: SortedCandidate[];
      strange: string[];
      stale: StaleChoice;
      /** What they were chosen from. */
      piles: Pick<Piles, 'ready' | 'stale'> & { reviewDays: number };
    }
  /** The choice names an attribute that was deleted, or never was. */
  | { kind: 'gone' }
  | { kind: 'unknown' };

/** Whom a choice leaves of the people who can be asked now. Reads only. */
export async function choosePeople(
  house: Pick<House, 'db' | 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  waveId: string,
  choose: (lanes: readonly { personaId: string }[]) => Choice,
): Promise<ChosenPeople> {
  const sorted = await sortPiles(house, workspace, { waveId });
  if (sorted.kind === 'unknown') return sorted;
  const choice = choose(sorted.wave.lanes);
  const picked = await pickRoles(house.db, workspace, choice.attributes);
  if (picked.kind === 'gone') return picked;
  const open = new Set(askable(sorted.piles, choice.stale).map(({ roleId }) => roleId));
  return {
    kind: 'chosen',
    chosen: chooseRoles(sorted.piles, choice, picked, house.clock.now()),
    strange: choice.hats.filter((roleId) => !open.has(roleId)),
    stale: choice.stale,
    piles: { ...sorted.piles, reviewDays: sorted.reviewDays },
  };
}
