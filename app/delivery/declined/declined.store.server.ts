import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** The addresses of some people. */
export async function listAddresses(
  db: Db,
  workspace: Workspace,
  personIds: readonly string[],
): Promise<{ personId: string; email: string }[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('person_address')
    .select(['person_id as personId', 'email'])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', 'in', toKnownSize(personIds))
    .where('position', '=', 0)
    .execute();
}

/** Which of these addresses somebody asked not to be written to at: by anybody, or by this programme. A mail that came back is no wish. */
export async function listWished(
  db: Db,
  workspace: Workspace,
  { programmeId, hashes }: { programmeId: string | null; hashes: readonly string[] },
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const among = toKnownSize(hashes);
  const [all, own] = await Promise.all([
    db
      .selectFrom('suppression')
      .select('address_hash')
      .where('workspace_id', '=', workspace.id)
      .where('address_hash', 'in', among)
      .where('reason', 'in', ['asked', 'complaint'])
      .execute(),
    db
      .selectFrom('programme_suppression')
      .select('address_hash')
      .where('workspace_id', '=', workspace.id)
      .where('programme_id', '=', programmeId ?? '')
      .where('address_hash', 'in', among)
      .execute(),
  ]);
  return new Set([...all, ...own].map((row) => row.address_hash));
}
