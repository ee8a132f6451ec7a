import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Fate, LaneOf } from './asked.store.server.ts';

/**
 * How many of ONE persona were asked, did not answer and kept no silence, by what became of it. It costs those few, and not
 * everybody who was asked. Nothing takes an invitation back but what its holder said of their role.
 * @param unreached those whom no letter reached, where that is written down
 */
export async function countFates(
  db: Db,
  workspace: Workspace,
  lane: LaneOf,
  unreached: number | null,
): Promise<Record<Fate, number>> {
  const [not_in_role, held, not_reached] = await Promise.all([
    countTakenBack(db, workspace, lane),
    countUndecided(db, workspace, lane),
    unreached ?? countUnreached(db, workspace, lane),
  ]);
  return { not_in_role, held, not_reached };
}

async function countTakenBack(db: Db, workspace: Workspace, of: LaneOf): Promise<number> {
  const row = await db
    .selectFrom('invitation as i')
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', of.waveId)
    .where('i.persona_id', '=', of.personaId)
    .where('i.revoked_at', 'is not', null)
    .where('r.id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

async function countUndecided(db: Db, workspace: Workspace, of: LaneOf): Promise<number> {
  const row = await db
    .selectFrom('held_response as h')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'h.workspace_id').onRef('i.id', '=', 'h.invitation_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    // Of several held answers to one invitation none is known to be theirs.
    .select(({ fn }) => fn.count<number>('i.id').distinct().as('people'))
    .where('h.workspace_id', '=', workspace.id)
    .where('h.wave_id', '=', of.waveId)
    .where('h.persona_id', '=', of.personaId)
    .where('h.decision', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('r.id', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** Whom no letter reached, of those who did not answer some other way. */
export async function countUnreached(db: Db, workspace: Workspace, of: LaneOf): Promise<number> {
  const row = await db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    // The letter of a renewed link is a second one.
    .select(({ fn }) => fn.count<number>('i.id').distinct().as('people'))
    .where('m.workspace_id', '=', workspace.id)
    .where('m.wave_id', '=', of.waveId)
    .where('m.kind', '=', writtenOut('invitation'))
    .where('m.state', 'in', [writtenOut('failed'), writtenOut('suppressed')])
    .where('i.persona_id', '=', of.personaId)
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
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** Answers of ONE persona in a wave that members released under nobody's invitation: heard, and never asked. */
export async function countUninvited(db: Db, workspace: Workspace, of: LaneOf): Promise<number> {
  const row = await db
    .selectFrom('held_response')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .where('decision', '=', 'released')
    .where(({ eb, or }) => or([eb('reason', '<>', 'machine'), eb('invitation_id', 'is', null)]))
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** Lanes of waves that are over since before a moment, of which nobody has written down yet whom no letter reached. */
export async function listUnsettled(
  db: Db,
  closedBefore: number,
): Promise<(LaneOf & { workspaceId: string })[]> {
  return (
    db
      .selectFrom('lane_asked as asked')
      .innerJoin('wave as w', (on) =>
        on.onRef('w.workspace_id', '=', 'asked.workspace_id').onRef('w.id', '=', 'asked.wave_id'),
      )
      .select([
        'asked.workspace_id as workspaceId',
        'asked.wave_id as waveId',
        'asked.persona_id as personaId',
      ])
      .where('asked.unreached', 'is', null)
      // Until then a letter may still go out.
      .where('asked.delivered', 'is not', null)
      .where('w.closed_at', '<', closedBefore)
      .execute()
  );
}

/** Those whom no letter reached as they are written down; null where they are not. */
export async function findUnreached(db: Db, workspace: Workspace, of: LaneOf): Promise<number | null> {
  const row = await db
    .selectFrom('lane_asked')
    .select('unreached')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .executeTakeFirst();
  return row?.unreached ?? null;
}

export async function writeUnreached(
  tx: Db,
  workspace: Workspace,
  of: LaneOf,
  unreached: number,
): Promise<void> {
  await tx
    .updateTable('lane_asked')
    .set({ unreached })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', of.waveId)
    .where('persona_id', '=', of.personaId)
    .execute();
}
