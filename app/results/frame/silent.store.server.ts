import { inLists, toKnownSize } from '#app/audience/table-batches.ts';
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

/** Somebody who was asked. */
export interface AskedAt {
  invitationId: string;
  personId: string;
  accountId: string;
}

/**
 * Whoever of ONE persona was asked in a wave at some accounts, and did not say since that the role is not theirs. Put together
 * here: of a table that has just grown PostgreSQL expects so little that it would go through all of it for each seat.
 */
export async function listAskedAt(
  db: Db,
  workspace: Workspace,
  { waveId, personaId, accountIds }: LaneOf & { accountIds: readonly string[] },
): Promise<AskedAt[]> {
  if (accountIds.length === 0) return [];
  const roles = await db
    .selectFrom('role_assignment')
    // The start is in no index: SQLite would go through all roles of the workspace in one that holds the other columns.
    .select(['id', 'person_id as personId', 'account_id as accountId', 'started_at'])
    .where('workspace_id', '=', workspace.id)
    .where('account_id', 'in', toKnownSize(accountIds))
    .where('persona_id', '=', personaId)
    .execute();
  const invitationOf = new Map<string, string>();
  for (const roleIds of inLists(roles.map(({ id }) => id))) {
    const asked = await db
      .selectFrom('invitation')
      .select(['id', 'role_assignment_id as roleId'])
      .where('workspace_id', '=', workspace.id)
      .where('wave_id', '=', waveId)
      .where('role_assignment_id', 'in', roleIds)
      .where('revoked_at', 'is', null)
      .execute();
    for (const { id, roleId } of asked) invitationOf.set(roleId, id);
  }
  return roles.flatMap(({ id, personId, accountId }) => {
    const invitationId = invitationOf.get(id);
    return invitationId === undefined ? [] : [{ invitationId, personId, accountId }];
  });
}

/**
 * Invitations that were answered, or whose answer is held, or whose letter reached nobody: whoever holds another of them kept
 * silent. The same rule sorts out a lane that is read whole (`sort-asked.server.ts`). It reads who answered and no answer.
 */
export async function listNotSilent(
  db: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<Set<string>> {
  const notSilent = new Set<string>();
  for (const some of inLists(invitationIds))
    for (const rows of await Promise.all([
      listAnswered(db, workspace, some),
      listHeld(db, workspace, some),
      listUndelivered(db, workspace, some),
    ]))
      for (const { id } of rows) if (id !== null) notSilent.add(id);
  return notSilent;
}

function listAnswered(db: Db, workspace: Workspace, invitationIds: readonly string[]) {
  return db
    .selectFrom('response')
    .select('invitation_id as id')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds)
    .execute();
}

function listHeld(db: Db, workspace: Workspace, invitationIds: readonly string[]) {
  return db
    .selectFrom('held_response')
    .select('invitation_id as id')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds)
    .where('decision', 'is', null)
    .execute();
}

function listUndelivered(db: Db, workspace: Workspace, invitationIds: readonly string[]) {
  return db
    .selectFrom('outbound_message')
    .select('invitation_id as id')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitationIds)
    .where('kind', '=', writtenOut('invitation'))
    .where('state', 'in', [writtenOut('failed'), writtenOut('suppressed')])
    .execute();
}
