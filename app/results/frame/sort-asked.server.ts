import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AskedSeat, type Fate, type LaneOf, listAsked, listFates } from './asked.store.server.ts';

export interface SortedAsked {
  heard: AskedSeat[];
  silent: AskedSeat[];
  fates: Record<Fate, number>;
}

/** Everybody of ONE persona who was asked, each in the one place where they belong. */
export async function sortAsked(db: Db, workspace: Workspace, lane: LaneOf): Promise<SortedAsked> {
  const [fates, asked] = await Promise.all([listFates(db, workspace, lane), listAsked(db, workspace, lane)]);
  const sorted: SortedAsked = {
    ...{ heard: [], silent: [] },
    fates: { not_in_role: 0, held: 0, not_reached: 0 },
  };
  for (const seat of asked) {
    const fate = seat.revokedAt === null ? fates.get(seat.invitationId) : 'not_in_role';
    if (seat.answeredAt !== null) sorted.heard.push(seat);
    else if (fate) sorted.fates[fate] += 1;
    else sorted.silent.push(seat);
  }
  return sorted;
}
