import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface AskedRow {
  roleId: string;
  personaId: string;
  waveId: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  askedAt: number;
}

/** What everybody at one account was asked, ever, and was not taken back; whether they answered is no part of it. */
export async function listAsked(db: Db, workspace: Workspace, accountId: string): Promise<AskedRow[]> {
  return db
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .select(['i.role_assignment_id as roleId', 'i.persona_id as personaId', 'i.wave_id as waveId'])
    .select(['p.confidentiality', 'i.created_at as askedAt'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.account_id', '=', accountId)
    .where('i.revoked_at', 'is', null)
    .orderBy('i.created_at')
    .orderBy('i.id')
    .execute();
}

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
  const all = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('address_hash', 'in', toKnownSize(hashes))
    .where('reason', 'in', ['asked', 'complaint'])
    .execute();
  const own = await db
    .selectFrom('programme_suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId ?? '')
    .where('address_hash', 'in', toKnownSize(hashes))
    .execute();
  return new Set([...all, ...own].map((row) => row.address_hash));
}
