import type { Db } from '#app/platform/db.server.ts';
import type { HashedAddress } from './suppression.store.server.ts';

/** An entry that is to stand under another hash of the same address. */
export interface Rehash {
  formerHash: string;
  current: HashedAddress;
}

const TABLES = ['suppression', 'programme_suppression'] as const;

/**
 * Writes entries down under the current key, with all that they say. Where one stands there already the former one
 * goes; `tx` is a transaction.
 */
export async function rehashEntries(tx: Db, workspaceId: string, rehash: Rehash): Promise<void> {
  const { formerHash, current } = rehash;
  const hashed = { address_hash: current.hash, key_id: current.keyId };
  const all = await tx
    .deleteFrom('suppression')
    .where('workspace_id', '=', workspaceId)
    .where('address_hash', '=', formerHash)
    .returningAll()
    .execute();
  for (const row of all)
    await tx
      .insertInto('suppression')
      .values({ ...row, ...hashed })
      .onConflict((on) => on.columns(['workspace_id', 'address_hash']).doUpdateSet({ key_id: current.keyId }))
      .execute();
  const own = await tx
    .deleteFrom('programme_suppression')
    .where('workspace_id', '=', workspaceId)
    .where('address_hash', '=', formerHash)
    .returningAll()
    .execute();
  for (const row of own)
    await tx
      .insertInto('programme_suppression')
      .values({ ...row, ...hashed })
      .onConflict((on) =>
        on.columns(['workspace_id', 'programme_id', 'address_hash']).doUpdateSet({ key_id: current.keyId }),
      )
      .execute();
}

/** How many entries each key wrote, in all workspaces or in one. */
export async function countByKey(
  db: Db,
  workspaceId?: string,
): Promise<{ workspaceId: string; keyId: string; entries: number }[]> {
  const counts = [];
  for (const table of TABLES) {
    const query = db
      .selectFrom(table)
      .select(({ fn }) => [
        'workspace_id as workspaceId',
        'key_id as keyId',
        fn.countAll<number>().as('entries'),
      ])
      .groupBy(['workspace_id', 'key_id']);
    const rows = await (workspaceId === undefined
      ? query
      : query.where('workspace_id', '=', workspaceId)
    ).execute();
    counts.push(...rows.map((row) => ({ ...row, entries: Number(row.entries) })));
  }
  return counts;
}

/** Those of these hashes that stand on a list of the workspace. */
export async function listedAmong(
  db: Db,
  workspaceId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  const listed = new Set<string>();
  for (const table of TABLES) {
    const rows = await db
      .selectFrom(table)
      .select('address_hash')
      .where('workspace_id', '=', workspaceId)
      .where('address_hash', 'in', hashes)
      .execute();
    for (const row of rows) listed.add(row.address_hash);
  }
  return listed;
}

/** Addresses of the people of a workspace in the order of their keys, as many as a statement takes. */
export async function listAddresses(
  db: Db,
  workspaceId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ key: string; email: string }[]> {
  return db
    .selectFrom('person_address')
    .select(['email_key as key', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where('email_key', '>', after)
    .orderBy('email_key')
    .limit(limit)
    .execute();
}
