import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { type Acted, actOnFollowUps } from './act-on-follow-ups.server.ts';
import { listQueueRows } from './queue/queue.store.server.ts';

/** As many in one transaction as a page of the list holds: whoever answers meanwhile waits for no more than that. */
const TOGETHER = 50;

/**
 * Gives all of one member's follow-ups that are still to be done to another, what is due first leading; where one of them cannot be
 * given it stops there, and tells how many went over before.
 */
export async function handOver(
  house: House,
  workspace: Workspace,
  { fromId, toId, actor }: { fromId: string; toId: string; actor: Actor },
): Promise<{ acted: Acted; followUps: number }> {
  // To whoever has them already: nothing would leave the list, and it would be gone through for ever.
  if (fromId === toId) return { acted: { kind: 'done' }, followUps: 0 };
  const asked = { state: 'unsettled', ownerId: fromId } as const;
  const acts = [{ kind: 'reassign', ownerId: toId } as const];
  for (let followUps = 0; ; ) {
    const rows = await listQueueRows(house.db, workspace, asked, { limit: TOGETHER });
    const acted = await actOnFollowUps(house, workspace, { on: rows.map(({ id }) => ({ id })), acts, actor });
    if (acted.kind !== 'done') return { acted, followUps };
    followUps += rows.length;
    if (rows.length < TOGETHER) return { acted, followUps };
  }
}
