import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LaneOf } from './asked.store.server.ts';
import type { Renewal } from './frame.ts';

const COLUMNS = ['id', 'name', 'name_key as nameKey', 'renewal_on as renewalOn'] as const;

/** The next accounts that renew, by day and name. */
export async function listRenewing(
  db: Db,
  workspace: Workspace,
  { after, limit }: { after: Renewal | null; limit: number },
): Promise<Renewal[]> {
  let query = db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('renewal_on', 'is not', null);
  if (after !== null) {
    const { renewalOn: day, nameKey, id } = after;
    query = query
      .where('renewal_on', '>=', day)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('renewal_on', 'name_key', 'id'), '>', tuple(day, nameKey, id)),
      );
  }
  return query.orderBy('renewal_on').orderBy('name_key').orderBy('id').limit(limit).execute();
}

/** The next accounts of which no day is known, by name. */
export async function listUndated(
  db: Db,
  workspace: Workspace,
  { after, limit }: { after: Renewal | null; limit: number },
): Promise<Renewal[]> {
  let query = db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('renewal_on', 'is', null);
  if (after !== null)
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('name_key', 'id'), '>', tuple(after.nameKey, after.id)),
    );
  return query.orderBy('name_key').orderBy('id').limit(limit).execute();
}

/** Some accounts, as they come. */
export async function listRenewals(db: Db, workspace: Workspace, ids: readonly string[]): Promise<Renewal[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('account')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', toKnownSize(ids))
    .execute();
}

/**
 * People of ONE persona at some accounts who were asked in a wave, could have answered and did not. The same rule sorts out
 * a lane that is read whole (`sort-seats.server.ts`). It reads who answered and no answer.
 */
export async function listSilentAt(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, accountIds }: LaneOf & { accountIds: readonly string[] },
): Promise<{ personId: string; name: string; accountId: string }[]> {
  if (accountIds.length === 0) return [];
  return (
    db
      .selectFrom('account as a')
      // In this order, which is the one they are wanted in.
      .crossJoin('role_assignment as role')
      .crossJoin('invitation as i')
      .leftJoin('response as r', (on) =>
        on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
      )
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'role.workspace_id').onRef('p.id', '=', 'role.person_id'),
      )
      .select(['p.id as personId', 'p.name', 'a.id as accountId'])
      // In no index: SQLite would go through all roles of the workspace in one that holds the other columns.
      .select('role.started_at as since')
      .where('a.workspace_id', '=', workspace.id)
      .where('a.id', 'in', toKnownSize(accountIds))
      .whereRef('role.workspace_id', '=', 'a.workspace_id')
      .whereRef('role.account_id', '=', 'a.id')
      .where('role.persona_id', '=', personaId)
      .whereRef('i.workspace_id', '=', 'role.workspace_id')
      .whereRef('i.role_assignment_id', '=', 'role.id')
      .where('i.wave_id', '=', waveId)
      .where('i.revoked_at', 'is', null)
      .where('r.id', 'is', null)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('held_response as h')
              .select('h.id')
              .whereRef('h.workspace_id', '=', 'i.workspace_id')
              .whereRef('h.invitation_id', '=', 'i.id')
              .where('h.decision', 'is', null),
          ),
        ),
      )
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('outbound_message as m')
              .select('m.id')
              .whereRef('m.workspace_id', '=', 'i.workspace_id')
              .whereRef('m.invitation_id', '=', 'i.id')
              .where('m.kind', '=', writtenOut('invitation'))
              .where('m.state', 'in', [writtenOut('failed'), writtenOut('suppressed')]),
          ),
        ),
      )
      .execute()
  );
}
