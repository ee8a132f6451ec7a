import type { Db } from '#app/platform/db.server.ts';
import { createScopedLook } from '#app/platform/look-together.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** An address as the lists know it. */
export interface HashedAddress {
  hash: string;
  keyId: string;
}

const againstAll = preparedLook((db, hashes, slot) =>
  db
    .selectFrom('suppression')
    .select(['address_hash as hash', 'key_id as keyId'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('address_hash', 'in', hashes),
);

const againstOne = preparedLook((db, hashes, slot) =>
  db
    .selectFrom('programme_suppression')
    .select(['address_hash as hash', 'key_id as keyId'])
    .where('workspace_id', '=', slot('workspaceId'))
    .where('programme_id', '=', slot('programmeId'))
    .where('address_hash', 'in', hashes),
);

export type SuppressionEntry = HashedAddress & { scope: 'all' | 'programme' };

/** The entries that keep mail of this programme from an address: those against all mail, and those against its own. */
export async function findEntries(
  db: Db,
  workspaceId: string,
  { programmeId, hashes }: { programmeId: string; hashes: readonly string[] },
): Promise<SuppressionEntry[]> {
  const all = await againstAll(db, hashes, { workspaceId });
  const own = await againstOne(db, hashes, { workspaceId, programmeId });
  return [
    ...all.map((entry) => ({ ...entry, scope: 'all' as const })),
    ...own.map((entry) => ({ ...entry, scope: 'programme' as const })),
  ];
}

/** The same for one hash where many are asked for in one turn; looked up by workspace, programme and hash. */
export const findEntriesOf = createScopedLook<SuppressionEntry[]>(
  async (db, [workspaceId, programmeId], hashes) => {
    const entries = await findEntries(db, workspaceId!, { programmeId: programmeId!, hashes });
    return Map.groupBy(entries, ({ hash }) => hash);
  },
);

/** Every entry against some addresses: those against all mail with why, and those against one programme's with its name. */
export async function listStops(db: Db, workspace: Workspace, hashes: readonly string[]) {
  if (hashes.length === 0) return { all: [], own: [] };
  const all = await db
    .selectFrom('suppression')
    .select(['address_hash as hash', 'reason'])
    .where('workspace_id', '=', workspace.id)
    .where('address_hash', 'in', hashes)
    .execute();
  const own = await db
    .selectFrom('programme_suppression as s')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 's.workspace_id').onRef('p.id', '=', 's.programme_id'),
    )
    .select(['s.address_hash as hash', 'p.name'])
    .where('s.workspace_id', '=', workspace.id)
    .where('s.address_hash', 'in', hashes)
    .orderBy('p.name')
    .execute();
  return { all, own };
}

interface Entry extends HashedAddress {
  workspaceId: string;
  domain: string;
  at: number;
}

export async function insertSuppression(
  db: Db,
  row: Entry & { reason: 'asked' | 'complaint' | 'bounce' | 'member' },
): Promise<void> {
  await db
    .insertInto('suppression')
    .values({
      workspace_id: row.workspaceId,
      address_hash: row.hash,
      key_id: row.keyId,
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

/** Against the mail of one programme alone. */
export async function insertProgrammeSuppression(
  db: Db,
  row: Entry & { programmeId: string },
): Promise<void> {
  await db
    .insertInto('programme_suppression')
    .values({
      workspace_id: row.workspaceId,
      programme_id: row.programmeId,
      address_hash: row.hash,
      key_id: row.keyId,
      domain: row.domain,
      created_at: row.at,
    })
    .onConflict((on) => on.columns(['workspace_id', 'programme_id', 'address_hash']).doNothing())
    .execute();
}

/** Who may be meant by an unsubscribe link: a row for each message that carried it; none for an unknown link. */
export async function findUnsubscribeRows(db: Db, tokenHash: string) {
  return db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('outbound_message as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.invitation_id', '=', 'i.id'),
    )
    .leftJoin('programme_brand as b', (on) =>
      on.onRef('b.workspace_id', '=', 'wave.workspace_id').onRef('b.programme_id', '=', 'wave.programme_id'),
    )
    .select(['i.workspace_id', 'i.id as invitation_id', 'wave.programme_id', 'm.to_address'])
    .select(({ fn }) => fn.coalesce('b.display_name', 'w.name').as('workspace_name'))
    .where('link.token_hash', '=', tokenHash)
    .where('link.kind', '=', 'unsubscribe')
    .where('link.revoked_at', 'is', null)
    .execute();
}
