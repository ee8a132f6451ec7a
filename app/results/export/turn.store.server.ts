import type { Db } from '#app/platform/db.server.ts';

export interface DueExport {
  workspaceId: string;
  id: string;
  attempt: number;
}

/**
 * Takes up the export whose turn it is and that nobody works on: one at a time in a workspace, and of several workspaces the
 * one that has waited longest since it last had a turn.
 */
export async function takeTurn(db: Db, now: number, leaseUntil: number): Promise<DueExport | undefined> {
  const next = await findNext(db, now);
  if (!next) return undefined;
  try {
    return await db
      .updateTable('export_job')
      .set((eb) => ({
        state: 'running' as const,
        attempt: eb('attempt', '+', 1),
        lease_until: leaseUntil,
        begun_at: now,
        rows_done: 0,
        rows_total: null,
      }))
      .where('workspace_id', '=', next.workspaceId)
      .where('id', '=', next.id)
      .where('attempt', '=', next.attempt)
      .where('state', 'in', ['queued', 'running'])
      .returning(['workspace_id as workspaceId', 'id', 'attempt'])
      .executeTakeFirst();
  } catch (fault) {
    // Another process has begun one of the same workspace in between.
    if (isTaken(fault)) return undefined;
    throw fault;
  }
}

function findNext(db: Db, now: number) {
  return db
    .selectFrom('export_job as j')
    .select(['j.workspace_id as workspaceId', 'j.id', 'j.attempt'])
    .where((eb) =>
      eb.or([
        eb('j.state', '=', 'queued'),
        eb.and([eb('j.state', '=', 'running'), eb('j.lease_until', '<', now)]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('export_job as o')
            .select('o.id')
            .whereRef('o.workspace_id', '=', 'j.workspace_id')
            .whereRef('o.id', '!=', 'j.id')
            .where('o.state', '=', 'running'),
        ),
      ),
    )
    .orderBy(({ selectFrom, fn, val }) =>
      selectFrom('export_job as b')
        .select(({ ref }) => fn.coalesce(fn.max(ref('b.begun_at')), val(0)).as('begun'))
        .whereRef('b.workspace_id', '=', 'j.workspace_id'),
    )
    .orderBy('j.ordered_at')
    .orderBy('j.id')
    .limit(1)
    .executeTakeFirst();
}

/** PostgreSQL and SQLite on a unique index. */
const TAKEN = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE']);

function isTaken(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && TAKEN.has(String(fault.code));
}

/** True while something waits that a process could begin now. */
export async function hasTurn(db: Db, now: number): Promise<boolean> {
  return (await findNext(db, now)) !== undefined;
}
