import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countFollowUps, listQueueRows } from './queue.store.server.ts';

/** A follow-up past its day: what, about whom as a persona, whose. It names nobody who answered. */
export interface OverdueFollowUp {
  id: string;
  what: string;
  personaId: string;
  ownerName: string;
  /** ms */
  dueAt: number;
}

/** The follow-ups of a programme that are past their day, the longest first, and how many there are. */
export async function listOverdue(
  db: Db,
  workspace: Workspace,
  { programmeId, now, limit }: { programmeId: string; now: number; limit: number },
): Promise<{ first: OverdueFollowUp[]; all: number }> {
  const filter = { state: 'unsettled', programmeId } as const;
  const [rows, all] = await Promise.all([
    listQueueRows(db, workspace, filter, { limit }),
    countFollowUps(db, workspace, filter, now),
  ]);
  const first = rows
    .filter(({ dueAt }) => dueAt < now)
    .map(({ id, what, personaId, ownerName, dueAt }) => ({ id, what, personaId, ownerName, dueAt }));
  return { first, all };
}
