import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { RoleEpisode } from './role.ts';
import { inKnownSizes, toKnownSize } from './table-batches.ts';

const COLUMNS = [
  'id',
  'person_id as personId',
  'account_id as accountId',
  'programme_id as programmeId',
  'persona_id as personaId',
  'source',
  'evidence',
  'started_at as startedAt',
  'confirmed_at as confirmedAt',
  'confirmed_by as confirmedBy',
  'ended_at as endedAt',
  'end_reason as endReason',
] as const;

/** Present and past roles of these people, oldest first. */
export async function rolesOf(
  db: Db,
  workspace: Workspace,
  personIds: readonly string[],
): Promise<RoleEpisode[]> {
  return episodes(db, workspace).where('person_id', 'in', toKnownSize(personIds)).execute();
}

export async function findRole(db: Db, workspace: Workspace, id: string): Promise<RoleEpisode | undefined> {
  return episodes(db, workspace).where('id', '=', id).executeTakeFirst();
}

function episodes(db: Db, workspace: Workspace) {
  return db
    .selectFrom('role_assignment')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .orderBy('started_at')
    .orderBy('id');
}

/** Inserts open episodes; one that is open already, written a moment ago by someone else, stays as it is. */
export async function insertRoles(
  db: Db,
  workspace: Workspace,
  roles: readonly RoleEpisode[],
  now: number,
): Promise<number> {
  const rows = roles.map((role) => ({
    workspace_id: workspace.id,
    id: role.id,
    person_id: role.personId,
    account_id: role.accountId,
    programme_id: role.programmeId,
    persona_id: role.personaId,
    source: role.source,
    evidence: role.evidence,
    started_at: role.startedAt,
    confirmed_at: role.confirmedAt,
    confirmed_by: role.confirmedBy,
    ended_at: role.endedAt,
    end_reason: role.endReason,
    created_at: now,
  }));
  let inserted = 0;
  for (const piece of inKnownSizes(rows)) {
    const result = await db
      .insertInto('role_assignment')
      .values(piece)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    inserted += Number(result.numInsertedOrUpdatedRows);
  }
  return inserted;
}

export async function endRole(
  db: Db,
  workspace: Workspace,
  ended: { id: string; at: number; reason: string },
): Promise<void> {
  await db
    .updateTable('role_assignment')
    .set({ ended_at: ended.at, end_reason: ended.reason })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', ended.id)
    .where('ended_at', 'is', null)
    .execute();
}

export async function markConfirmed(
  db: Db,
  workspace: Workspace,
  confirmed: { id: string; at: number; by: string },
): Promise<void> {
  await db
    .updateTable('role_assignment')
    .set({ confirmed_at: confirmed.at, confirmed_by: confirmed.by })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', confirmed.id)
    .where('ended_at', 'is', null)
    .execute();
}
