import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Somebody of ONE persona who could have been heard in a wave. */
export interface Seat {
  personId: string;
  personName: string;
  accountId: string;
  accountName: string;
  /** ISO day. */
  renewalOn: string | null;
  language: string | null;
  startedAt: number;
  invitationId: string | null;
  revokedAt: number | null;
  /** When they answered; null for those who did not. */
  answeredAt: number | null;
}

export interface LanePin {
  waveId: string;
  personaId: string;
  programmeId: string;
  /** When the wave was sent: who held a role then. */
  sentAt: number;
}

/**
 * Everybody who held the persona's role when the wave was sent or was asked since, and whether they answered. Only for
 * waves that promised names: whether somebody answered is itself an answer.
 */
export async function listSeats(
  db: Db,
  workspace: Workspace,
  { limit, ...pin }: LanePin & { limit: number },
): Promise<Seat[]> {
  return heldOrAsked(db, workspace, pin)
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'role.workspace_id').onRef('p.id', '=', 'role.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'role.workspace_id').onRef('a.id', '=', 'role.account_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select(['role.person_id as personId', 'p.name as personName', 'p.language'])
    .select(['role.account_id as accountId', 'a.name as accountName', 'a.renewal_on as renewalOn'])
    .select(['role.started_at as startedAt', 'i.id as invitationId', 'i.revoked_at as revokedAt'])
    .select('r.answered_at as answeredAt')
    .orderBy('role.id')
    .limit(limit)
    .execute();
}

/** How many of ONE persona could have been heard at each account; counting them is free. */
export async function countSeats(db: Db, workspace: Workspace, pin: LanePin): Promise<Map<string, number>> {
  const rows = await heldOrAsked(db, workspace, pin)
    .select((eb) => ['role.account_id as accountId', eb.fn.countAll<number>().as('people')])
    .groupBy('role.account_id')
    .execute();
  return new Map(rows.map(({ accountId, people }) => [accountId, Number(people)]));
}

function heldOrAsked(db: Db, workspace: Workspace, { waveId, personaId, programmeId, sentAt }: LanePin) {
  return db
    .selectFrom('role_assignment as role')
    .leftJoin('invitation as i', (on) =>
      on
        .onRef('i.workspace_id', '=', 'role.workspace_id')
        .onRef('i.role_assignment_id', '=', 'role.id')
        .on('i.wave_id', '=', waveId),
    )
    .where('role.workspace_id', '=', workspace.id)
    .where('role.persona_id', '=', personaId)
    .where((eb) =>
      eb.or([
        eb('i.id', 'is not', null),
        eb.and([
          eb('role.started_at', '<=', sentAt),
          eb.or([eb('role.ended_at', 'is', null), eb('role.ended_at', '>', sentAt)]),
          eb.or([eb('role.programme_id', 'is', null), eb('role.programme_id', '=', programmeId)]),
        ]),
      ]),
    );
}

/** What became of invitations of ONE persona in a wave that were not answered, by invitation. */
export type Fate = 'held' | 'not_in_role' | 'not_reached';

export async function listFates(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: Pick<LanePin, 'waveId' | 'personaId'>,
): Promise<Map<string, Fate>> {
  const held = await db
    .selectFrom('held_response')
    .select('invitation_id as id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('decision', 'is', null)
    .execute();
  const fates = new Map<string, Fate>();
  for (const id of await listUndelivered(db, workspace, { waveId, personaId })) fates.set(id, 'not_reached');
  for (const { id } of held) if (id !== null) fates.set(id, 'held');
  for (const id of await listCorrected(db, workspace, { waveId, personaId })) fates.set(id, 'not_in_role');
  return fates;
}

/** Whoever said that they are something else, or left: found ineligible (DOMAIN 2.7). */
async function listCorrected(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: Pick<LanePin, 'waveId' | 'personaId'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('role_correction as c')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'c.workspace_id').onRef('i.id', '=', 'c.invitation_id'),
    )
    .select('i.id')
    .where('c.workspace_id', '=', workspace.id)
    .where('c.said', '!=', 'still')
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whose mail never arrived anywhere, as far as anybody knows. */
async function listUndelivered(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: Pick<LanePin, 'waveId' | 'personaId'>,
): Promise<string[]> {
  const rows = await db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .select('i.id')
    .where('m.workspace_id', '=', workspace.id)
    .where('m.kind', '=', 'invitation')
    .where('m.state', 'in', ['failed', 'suppressed'])
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .execute();
  return rows.map(({ id }) => id);
}
