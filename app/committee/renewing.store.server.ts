import type { Expression } from 'kysely';
import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Somebody who sits at an account that renews. */
export interface RenewingSeat {
  roleId: string;
  personId: string;
  personName: string;
  personaId: string;
  accountId: string;
  accountName: string;
  /** ISO day. */
  renewalOn: string;
}

export interface Renewing {
  /** ISO days, both included. */
  fromDay: string;
  toDay: string;
  personaIds: readonly string[];
  /** Waves in confidence: an answer in one ends nobody's silence, or who gave it could be told. */
  quietWaveIds: readonly string[];
}

const findAskedByName = preparedQuery((db, slot) =>
  db
    .selectFrom('wave')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'wave.workspace_id').onRef('p.id', '=', 'wave.programme_id'),
    )
    .innerJoin('wave_lane as lane', (on) =>
      on.onRef('lane.workspace_id', '=', 'wave.workspace_id').onRef('lane.wave_id', '=', 'wave.id'),
    )
    .select('lane.persona_id as personaId')
    .distinct()
    .where('wave.workspace_id', '=', slot('workspaceId'))
    .where('wave.sent_at', 'is not', null)
    .where('p.confidentiality', '=', 'attributed'),
);

/** Personas that were ever asked under a promise that names are seen: of any other nobody is silent. */
export async function listAskedByName(db: Db, workspace: Workspace): Promise<Set<string>> {
  const rows = await findAskedByName(db, { workspaceId: workspace.id });
  return new Set(rows.map(({ personaId }) => personaId));
}

/**
 * Seats at accounts that renew between two days, by renewal and account: so many of those whose newest invitation nobody
 * answered. Who declined, or answered another way or an earlier one since, is still among them. Seats of one account come in
 * no order: for one, every seat of the account would be looked at before the first is known.
 */
export async function listSilentRenewing(
  db: Db,
  workspace: Workspace,
  of: Renewing & { from: number; limit: number },
): Promise<RenewingSeat[]> {
  const rows = await db
    .selectFrom('account as a')
    // In this order, which is the one they are wanted in.
    .crossJoin('role_assignment as role')
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'role.workspace_id').onRef('p.id', '=', 'role.person_id'),
    )
    .select(['role.id as roleId', 'p.id as personId', 'p.name as personName', 'role.persona_id as personaId'])
    .select(['a.id as accountId', 'a.name as accountName', 'a.renewal_on as renewalOn'])
    .where('a.workspace_id', '=', workspace.id)
    .where('a.renewal_on', 'is not', null)
    .where('a.renewal_on', '>=', of.fromDay)
    .where('a.renewal_on', '<=', of.toDay)
    .whereRef('role.workspace_id', '=', 'a.workspace_id')
    .whereRef('role.account_id', '=', 'a.id')
    .where('role.persona_id', 'in', of.personaIds)
    .where('role.ended_at', 'is', null)
    // As a value, and no `exists`: of that PostgreSQL makes a join over everybody who was ever asked.
    .where(
      ({ ref }) =>
        unansweredAtLast(db, workspace, {
          ...{ roleId: ref('role.id'), personId: ref('role.person_id') },
          quietWaveIds: of.quietWaveIds,
        }),
      'is not',
      null,
    )
    .orderBy('a.renewal_on')
    .orderBy('a.name_key')
    .orderBy('a.id')
    .offset(of.from)
    .limit(of.limit)
    .execute();
  return rows.flatMap(({ renewalOn, ...row }) => (renewalOn === null ? [] : [{ ...row, renewalOn }]));
}

/**
 * The newest invitation of one seat that was asked by name, where nobody answered it; null where it was answered, and so nothing
 * before it was in vain since. One look at who answered for each seat, however often its holder was asked.
 */
function unansweredAtLast(
  db: Db,
  workspace: Workspace,
  {
    roleId,
    personId,
    quietWaveIds,
  }: Record<'roleId' | 'personId', Expression<string>> & { quietWaveIds: readonly string[] },
) {
  const newest = db
    .selectFrom('invitation as i')
    .select(['i.workspace_id', 'i.id'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.person_id', '=', personId)
    .where('i.role_assignment_id', '=', roleId)
    .where('i.revoked_at', 'is', null)
    .where('i.wave_id', 'not in', toKnownSize(quietWaveIds))
    .orderBy('i.created_at', 'desc')
    .limit(1);
  return db
    .selectFrom(newest.as('newest'))
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'newest.workspace_id').onRef('r.invitation_id', '=', 'newest.id'),
    )
    .select('newest.id')
    .where('r.id', 'is', null);
}
