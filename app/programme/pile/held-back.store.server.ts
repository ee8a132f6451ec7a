import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Hashes of all addresses that must not be written to, by anybody or by this programme. */
export async function listSuppressed(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .execute();
  const own = await db
    .selectFrom('programme_suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .execute();
  return new Set([...rows, ...own].map((row) => row.address_hash));
}

/** Those of some hashes of addresses that must not be written to, by anybody or by this programme. */
export async function listSuppressedAmong(
  db: Db,
  workspace: Workspace,
  programmeId: string,
  hashes: readonly string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('address_hash', 'in', hashes)
    .execute();
  const own = await db
    .selectFrom('programme_suppression')
    .select('address_hash')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .where('address_hash', 'in', hashes)
    .execute();
  return new Set([...rows, ...own].map((row) => row.address_hash));
}

export interface LastAsked {
  personId: string;
  roleId: string;
  accountId: string;
  waveName: string;
  /** When the letter left; when it was made ready, where it has not yet. */
  askedAt: number;
}

/**
 * Whom other waves asked since `since`, the earliest first; of some people, where they are named. Whose letter was held
 * back, taken back or refused was not asked; one that still waits may yet be sent.
 */
export async function listLastAsked(
  db: Db,
  workspace: Workspace,
  asked: { exceptWaveId: string; since: number; people?: readonly string[] },
): Promise<LastAsked[]> {
  const { people } = asked;
  if (people?.length === 0) return [];
  const all = lastAsked(db, workspace, asked);
  return (people ? all.where('invitation.person_id', 'in', people) : all).execute();
}

function lastAsked(db: Db, workspace: Workspace, asked: { exceptWaveId: string; since: number }) {
  return db
    .selectFrom('invitation')
    .innerJoin('wave', (join) =>
      join
        .onRef('wave.workspace_id', '=', 'invitation.workspace_id')
        .onRef('wave.id', '=', 'invitation.wave_id'),
    )
    .leftJoin('outbound_message as letter', (join) =>
      join
        .onRef('letter.workspace_id', '=', 'invitation.workspace_id')
        .onRef('letter.invitation_id', '=', 'invitation.id')
        .on('letter.kind', '=', 'invitation')
        .on('letter.ordinal', '=', 1),
    )
    .select(['invitation.person_id as personId', 'invitation.role_assignment_id as roleId'])
    .select(['invitation.account_id as accountId', 'wave.name as waveName'])
    .select(({ fn }) =>
      fn.coalesce('letter.settled_at', 'letter.doubted_at', 'invitation.created_at').as('askedAt'),
    )
    .where('invitation.workspace_id', '=', workspace.id)
    .where('invitation.wave_id', '!=', asked.exceptWaveId)
    .where((where) =>
      where.or([where('letter.id', 'is', null), where('letter.state', 'not in', ['suppressed', 'failed'])]),
    )
    .where(
      ({ fn }) => fn.coalesce('letter.settled_at', 'letter.doubted_at', 'invitation.created_at'),
      '>',
      asked.since,
    )
    .orderBy('askedAt');
}
