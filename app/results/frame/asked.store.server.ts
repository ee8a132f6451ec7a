import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** One persona in one wave. */
export interface LaneOf {
  waveId: string;
  personaId: string;
}

/** Somebody of ONE persona who was asked in a wave. */
export interface AskedSeat {
  invitationId: string;
  personId: string;
  accountId: string;
  language: string | null;
  startedAt: number;
  revokedAt: number | null;
  /** When they answered; null for those who did not. */
  answeredAt: number | null;
}

/**
 * Everybody who was asked, and whether they answered. Only for waves that promised names: whether somebody answered is
 * itself an answer.
 */
export async function listAsked(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneOf,
): Promise<AskedSeat[]> {
  return db
    .selectFrom('invitation as i')
    .innerJoin('role_assignment as role', (on) =>
      on.onRef('role.workspace_id', '=', 'i.workspace_id').onRef('role.id', '=', 'i.role_assignment_id'),
    )
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
    )
    .leftJoin('response as r', (on) =>
      on
        .onRef('r.workspace_id', '=', 'i.workspace_id')
        .onRef('r.invitation_id', '=', 'i.id')
        // The invitation's own, once more: PostgreSQL finds the responses of a lane by it, and else goes through all of them.
        .on('r.wave_id', '=', waveId)
        .on('r.persona_id', '=', personaId),
    )
    .select(['i.id as invitationId', 'i.person_id as personId', 'i.account_id as accountId', 'p.language'])
    .select(['role.started_at as startedAt', 'i.revoked_at as revokedAt', 'r.answered_at as answeredAt'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .orderBy('i.id')
    .execute();
}

/** Why somebody who was asked and did not answer kept no silence. */
export type Fate = 'not_in_role' | 'held' | 'not_reached';

/** Invitations of ONE persona whose answer is held, and whose letter never arrived anywhere as far as anybody knows. */
export async function listFates(db: Db, workspace: Workspace, lane: LaneOf): Promise<Map<string, Fate>> {
  const [lost, held] = await Promise.all([
    undelivered(db, workspace, lane).select('i.id').execute(),
    undecided(db, workspace, lane).select('i.id').execute(),
  ]);
  return new Map([
    ...lost.map(({ id }) => [id, 'not_reached'] as const),
    ...held.map(({ id }) => [id, 'held'] as const),
  ]);
}

/** From the few that something became of to their invitations, and not from everybody who was asked. */
function undelivered(db: Db, workspace: Workspace, { waveId, personaId }: LaneOf) {
  return db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .where('m.workspace_id', '=', workspace.id)
    .where('m.wave_id', '=', waveId)
    .where('m.kind', '=', writtenOut('invitation'))
    .where('m.state', 'in', [writtenOut('failed'), writtenOut('suppressed')])
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId);
}

function undecided(db: Db, workspace: Workspace, { waveId, personaId }: LaneOf) {
  return db
    .selectFrom('held_response as h')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'h.workspace_id').onRef('i.id', '=', 'h.invitation_id'),
    )
    .where('h.workspace_id', '=', workspace.id)
    .where('h.wave_id', '=', waveId)
    .where('h.persona_id', '=', personaId)
    .where('h.decision', 'is', null);
}
