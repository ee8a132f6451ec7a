import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface LanePin {
  waveId: string;
  personaId: string;
  programmeId: string;
  /** When the wave was sent: who held a role then. */
  sentAt: number;
}

/** Everybody of ONE persona who held the role when the wave was sent or was asked since, and no more than so many. */
export async function listSeated(
  db: Db,
  workspace: Workspace,
  { limit, ...pin }: LanePin & { limit: number },
): Promise<{ personId: string }[]> {
  return heldOrAsked(db, workspace, pin)
    .select('role.person_id as personId')
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
