import type { House } from '#app/platform/house.ts';
import { type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { choosePeople } from '../choose-people.server.ts';
import type { SortedCandidate, StaleChoice } from '../pile/pile.ts';
import { choosing, type PickIn } from './pick-wire.ts';
import { PROGRAMME_PROBLEMS } from './programme-problems.ts';

export type PickedPeople =
  | { kind: 'chosen'; chosen: SortedCandidate[] }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'unknown' };

/** Whom a pick leaves of those who can be asked in a wave, or why that can't be said. */
export async function choosePicked(
  house: Pick<House, 'db' | 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  { waveId, pick, stale = 'leave_out' }: { waveId: string; pick: PickIn; stale?: StaleChoice },
): Promise<PickedPeople> {
  const found = await choosePeople(house, workspace, waveId, choosing(pick, stale));
  return found.kind === 'gone' ? { kind: 'problem', problem: pickProblem('ATTRIBUTE_GONE') } : found;
}

export function pickProblem(code: 'ATTRIBUTE_GONE' | 'NOBODY_PICKED'): Problem {
  return problemOf(PROGRAMME_PROBLEMS, code, `${PROGRAMME_PROBLEMS[code].title}. Nobody was asked.`);
}
