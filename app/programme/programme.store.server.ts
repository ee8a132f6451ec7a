import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Programme } from './programme.ts';

function programmes(db: Db, workspace: Workspace) {
  return db
    .selectFrom('programme')
    .select([
      'id',
      'name',
      'state',
      'confidentiality',
      'origin',
      'sender_name as senderName',
      'in_doubt as inDoubt',
      'created_at as createdAt',
    ])
    .where('workspace_id', '=', workspace.id);
}

export async function findProgramme(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<Programme | undefined> {
  return programmes(db, workspace).where('id', '=', id).executeTakeFirst();
}

/** The newest first. */
export async function listProgrammeRows(db: Db, workspace: Workspace): Promise<Programme[]> {
  return programmes(db, workspace).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
}

export async function insertProgramme(
  db: Db,
  workspace: Workspace,
  programme: Programme & { ownerId: string },
): Promise<void> {
  await db
    .insertInto('programme')
    .values({
      workspace_id: workspace.id,
      id: programme.id,
      name: programme.name,
      state: programme.state,
      confidentiality: programme.confidentiality,
      origin: programme.origin,
      owner_id: programme.ownerId,
      sender_name: programme.senderName,
      in_doubt: programme.inDoubt,
      created_at: programme.createdAt,
      shut_at: null,
      shut_reason: null,
    })
    .execute();
}

/** False where it stands so already. */
export async function setInDoubt(
  tx: Db,
  workspace: Workspace,
  id: string,
  inDoubt: Programme['inDoubt'],
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme')
    .set({ in_doubt: inDoubt })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('in_doubt', '!=', inDoubt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The first send makes a draft live; any other state stays. */
export async function markLive(db: Db, workspace: Workspace, id: string): Promise<void> {
  await db
    .updateTable('programme')
    .set({ state: 'live' })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', '=', 'draft')
    .execute();
}

/** For good; false where it was shut before. */
export async function markShut(
  tx: Db,
  workspace: Workspace,
  id: string,
  { reason, at }: { reason: string; at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('programme')
    .set({ state: 'shut', shut_reason: reason, shut_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .where('state', '!=', 'shut')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
