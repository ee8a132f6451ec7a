import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type Acted, actOnFollowUps } from './act-on-follow-ups.server.ts';
import { listQueueRows } from './queue/queue.store.server.ts';

/** As many at once as one transaction may hold up others for; what is due first goes first. */
export const MOST_HANDED_OVER = 500;

/**
 * Gives one member's follow-ups that are still to be done to another: all of them, or so many that some are left for the next
 * time. None where one of them cannot be given.
 */
export async function handOver(
  house: House,
  workspace: Workspace,
  { fromId, toId, actor }: { fromId: string; toId: string; actor: Actor },
): Promise<{ acted: Acted; followUps: number }> {
  const asked = { state: 'unsettled', ownerId: fromId } as const;
  const rows = await listQueueRows(house.db, workspace, asked, { limit: MOST_HANDED_OVER });
  const on = rows.map(({ id }) => ({ id }));
  const acts = [{ kind: 'reassign', ownerId: toId } as const];
  return { acted: await actOnFollowUps(house, workspace, { on, acts, actor }), followUps: on.length };
}
