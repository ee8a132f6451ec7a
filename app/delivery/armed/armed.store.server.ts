import type { Db, MessageState } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

const ONE = 1 as const;

export interface InstallationRow {
  instance: string;
  home: string | null;
  round: number;
  beatAt: number;
  restoredAt: number | null;
  restoredWhy: string | null;
  copiedBefore: string | null;
  restsUntil: number | null;
}

/** The one row; undefined until a process has begun to work on the database. */
export async function findInstallation(db: Db): Promise<InstallationRow | undefined> {
  return db
    .selectFrom('installation')
    .select(['instance_id as instance', 'home', 'round', 'beat_at as beatAt'])
    .select(['restored_at as restoredAt', 'restored_why as restoredWhy'])
    .select(['copied_before as copiedBefore', 'rests_until as restsUntil'])
    .where('id', '=', ONE)
    .executeTakeFirst();
}

/** Keeps the row until the transaction ends, so that two who judge it wait for each other on both engines. */
export async function lockInstallation(tx: Db): Promise<void> {
  await tx
    .updateTable('installation')
    .set((row) => ({ round: row.ref('round') }))
    .where('id', '=', ONE)
    .execute();
}

/** False where another process was quicker. */
export async function insertInstallation(
  tx: Db,
  row: { instance: string; home: string | null; now: number; restoredWhy: string | null },
): Promise<boolean> {
  const made = await tx
    .insertInto('installation')
    .values({
      id: ONE,
      instance_id: row.instance,
      home: row.home,
      round: 1,
      beat_at: row.now,
      restored_at: row.restoredWhy === null ? null : row.now,
      restored_why: row.restoredWhy,
      copied_before: null,
      rests_until: null,
    })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One round further, unless the database was found to be restored; undefined then. */
export async function beginRound(
  db: Db,
  now: number,
): Promise<{ instance: string; round: number } | undefined> {
  return db
    .updateTable('installation')
    .set((row) => ({ round: row('round', '+', 1), beat_at: now }))
    .where('id', '=', ONE)
    .where('restored_at', 'is', null)
    .returning(['instance_id as instance', 'round'])
    .executeTakeFirst();
}

/** For a row that was written where no place could be named. */
export async function settleIn(tx: Db, home: string): Promise<void> {
  await tx.updateTable('installation').set({ home }).where('id', '=', ONE).execute();
}

export async function markRestored(tx: Db, { now, why }: { now: number; why: string }): Promise<void> {
  await tx
    .updateTable('installation')
    .set({ restored_at: now, restored_why: why })
    .where('id', '=', ONE)
    .where('restored_at', 'is', null)
    .execute();
}

/** From here on this database, in this place, is the one that is sent from. */
export async function rearm(
  tx: Db,
  armed: { instance: string; home: string | null; round: number },
): Promise<void> {
  await tx
    .updateTable('installation')
    .set({ instance_id: armed.instance, home: armed.home, round: armed.round })
    .set({ restored_at: null, restored_why: null, copied_before: null })
    .where('id', '=', ONE)
    .execute();
}

export async function setRest(db: Db, until: number | null): Promise<void> {
  await db.updateTable('installation').set({ rests_until: until }).where('id', '=', ONE).execute();
}

/** True when anything was ever queued here, in whichever workspace. */
export async function hasMessages(db: Db): Promise<boolean> {
  return (await db.selectFrom('outbound_message').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** By the restore and not by the time: clocks of different machines would disagree on what came first. */
export async function markConfirmed(tx: Db, workspace: Workspace, restoredAt: number): Promise<void> {
  await tx
    .updateTable('workspace')
    .set({ restore_confirmed: restoredAt })
    .where('id', '=', workspace.id)
    .execute();
}

/** Where something could still go out, and no admin has said of this restore that it may. */
export async function countUnconfirmed(
  tx: Db,
  restoredAt: number,
  waiting: readonly MessageState[],
): Promise<number> {
  const rows = await tx
    .selectFrom('workspace')
    .select('id')
    .where((eb) => eb.or([eb('restore_confirmed', 'is', null), eb('restore_confirmed', '!=', restoredAt)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbound_message as waits')
          .select('waits.id')
          .whereRef('waits.workspace_id', '=', 'workspace.id')
          .where((eb) =>
            eb.or([
              eb('waits.state', 'in', waiting),
              eb.and([eb('waits.state', '=', 'in_doubt'), eb('waits.resent', '=', 0)]),
            ]),
          ),
      ),
    )
    .execute();
  return rows.length;
}

/** Whether an admin of this workspace has said so of this restore. */
export async function isConfirmed(db: Db, workspace: Workspace, restoredAt: number): Promise<boolean> {
  const row = await db
    .selectFrom('workspace')
    .select('restore_confirmed as confirmed')
    .where('id', '=', workspace.id)
    .executeTakeFirst();
  return row?.confirmed === restoredAt;
}
