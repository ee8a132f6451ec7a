import type { Db } from './db.server.ts';
import type { Workspace } from './workspace.ts';

export interface KeptAnswer {
  requestHash: string;
  /** Null while the first request has given no answer. */
  status: number | null;
  body: string | null;
  createdAt: number;
}

/** Takes a key that nobody holds. False when somebody does. */
export async function claimKey(
  db: Db,
  workspace: Workspace,
  claim: { key: string; requestHash: string; now: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency_key')
    .values({
      workspace_id: workspace.id,
      idempotency_key: claim.key,
      request_hash: claim.requestHash,
      status: null,
      body: null,
      created_at: claim.now,
    })
    .onConflict((held) => held.columns(['workspace_id', 'idempotency_key']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findKeptAnswer(
  db: Db,
  workspace: Workspace,
  key: string,
): Promise<KeptAnswer | undefined> {
  return db
    .selectFrom('idempotency_key')
    .select(['request_hash as requestHash', 'status', 'body', 'created_at as createdAt'])
    .where('workspace_id', '=', workspace.id)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
}

export async function keepAnswer(
  db: Db,
  workspace: Workspace,
  kept: { key: string; status: number; body: string },
): Promise<void> {
  await db
    .updateTable('idempotency_key')
    .set({ status: kept.status, body: kept.body })
    .where('workspace_id', '=', workspace.id)
    .where('idempotency_key', '=', kept.key)
    .execute();
}

/** Lets a key go, so that the same request may be tried again. */
export async function releaseKey(db: Db, workspace: Workspace, key: string): Promise<void> {
  await db
    .deleteFrom('idempotency_key')
    .where('workspace_id', '=', workspace.id)
    .where('idempotency_key', '=', key)
    .execute();
}

/** Forgets what was claimed before `before`: one key, or every key of the workspace. */
export async function forgetKeys(
  db: Db,
  workspace: Workspace,
  old: { before: number; key?: string },
): Promise<void> {
  let query = db
    .deleteFrom('idempotency_key')
    .where('workspace_id', '=', workspace.id)
    .where('created_at', '<', old.before);
  if (old.key !== undefined) query = query.where('idempotency_key', '=', old.key);
  await query.execute();
}
