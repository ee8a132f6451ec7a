import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Lane } from '../read-lanes.server.ts';
import { countFates, countUninvited } from './aside.store.server.ts';
import type { Fate, LaneOf } from './asked.store.server.ts';

export interface SilentCount {
  silent: number;
  fates: Record<Fate, number>;
}

/**
 * How many of ONE persona kept silent, whatever their number: those asked and those heard are counted already, and the few
 * of whom something else became are counted here.
 */
export async function countSilent(
  db: Db,
  workspace: Workspace,
  lane: LaneOf,
  { invited, heard, unreached }: Pick<Lane, 'invited' | 'heard' | 'unreached'>,
): Promise<SilentCount> {
  const fates = await countFates(db, workspace, lane, unreached);
  const answered = heard - (await countUninvited(db, workspace, lane));
  const others = fates.not_in_role + fates.held + fates.not_reached;
  // An answer that came in between two of these looks is in one of them alone.
  return { silent: Math.max(0, (invited ?? 0) - answered - others), fates };
}
