import type { Db } from '#app/platform/db.server.ts';

/** True when one of the hashes of an address is on the list. */
export async function isSuppressed(db: Db, workspaceId: string, hashes: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom('suppression')
    .select('reason')
    .where('workspace_id', '=', workspaceId)
    .where('address_hash', 'in', hashes)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertSuppression(
  db: Db,
  row: {
    workspaceId: string;
    hash: string;
    domain: string;
    reason: 'asked' | 'complaint' | 'bounce' | 'member';
    at: number;
  },
): Promise<void> {
  await db
    .insertInto('suppression')
    .values({
      workspace_id: row.workspaceId,
      address_hash: row.hash,
      domain: row.domain,
      reason: row.reason,
      created_at: row.at,
    })
    .onConflict((on) => {
      const known = on.columns(['workspace_id', 'address_hash']);
      // Whoever complained did so whether or not the address had bounced before: the order of the news must not matter.
      return row.reason === 'complaint'
        ? known.doUpdateSet({ reason: 'complaint' }).where('suppression.reason', '=', 'bounce')
        : known.doNothing();
    })
    .execute();
}

/** Whose address an unsubscribe link stands for; null when the link is unknown or revoked. */
export async function findUnsubscribeRow(db: Db, tokenHash: string) {
  const row = await db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('outbound_message as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.invitation_id', '=', 'i.id'),
    )
    .select(['i.workspace_id', 'w.name as workspace_name', 'm.to_address'])
    .where('link.token_hash', '=', tokenHash)
    .where('link.kind', '=', 'unsubscribe')
    .where('link.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
