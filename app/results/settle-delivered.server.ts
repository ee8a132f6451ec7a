import type { House } from '#app/platform/house.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { countDelivered, isAnyUnderWay, listUnsettled, writeDelivered } from './delivered.store.server.ts';

/**
 * Writes down to how many of a lane the letter went out, once no letter of it can change any more: pages would count it anew
 * on each visit. Whoever is asked after that has it counted again.
 */
export async function settleDelivered({ db, reading }: Pick<House, 'db' | 'reading'>): Promise<void> {
  for (const lane of await listUnsettled(reading)) {
    const workspace = mintWorkspace(lane.workspaceId);
    if (await isAnyUnderWay(reading, workspace, lane)) continue;
    await writeDelivered(db, lane, await countDelivered(reading, workspace, lane));
  }
}
