import type { Db, MessageState } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { LanePin } from './sums.store.server.ts';

/** States in which a letter stays whatever happens. */
const SETTLED: readonly MessageState[] = ['accepted', 'failed', 'suppressed'];

/**
 * Whom of a persona the mail reached, for "who stands behind it", counted where they lie. Who said that this role is theirs came by
 * the letter of another one, and got none of their own in it.
 */
export async function countDelivered(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LanePin,
): Promise<number> {
  const row = await db
    .selectFrom('invitation as i')
    .leftJoin('outbound_message as m', (on) =>
      on
        .onRef('m.workspace_id', '=', 'i.workspace_id')
        .onRef('m.invitation_id', '=', 'i.id')
        .on('m.kind', '=', 'invitation')
        .on('m.ordinal', '=', 1),
    )
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .where(({ eb, or, and }) =>
      or([
        eb('m.state', '=', 'accepted'),
        and([eb('m.id', 'is', null), eb('i.id', 'in', cameOver(db, workspace))]),
      ]),
    )
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

function cameOver(db: Db, workspace: Workspace) {
  return db
    .selectFrom('role_correction as c')
    .select('c.to_invitation_id')
    .where('c.workspace_id', '=', workspace.id)
    .where('c.to_invitation_id', 'is not', null)
    .$castTo<{ to_invitation_id: string }>();
}

/** True while any letter of the lane may still go out, or turn out to have. */
export async function isAnyUnderWay(db: Db, workspace: Workspace, lane: LanePin): Promise<boolean> {
  const row = await letters(db, workspace, lane)
    .select('m.id')
    .where('m.state', 'not in', SETTLED)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** From those asked to the one first letter of each: the other way round a database goes through all mail there is. */
function letters(db: Db, workspace: Workspace, { waveId, personaId }: LanePin) {
  return db
    .selectFrom('invitation as i')
    .innerJoin('outbound_message as m', (on) =>
      on
        .onRef('m.workspace_id', '=', 'i.workspace_id')
        .onRef('m.invitation_id', '=', 'i.id')
        .on('m.kind', '=', 'invitation')
        .on('m.ordinal', '=', 1),
    )
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId);
}

export interface UnsettledLane extends LanePin {
  workspaceId: string;
  people: number;
}

/** Lanes of which nobody has written down yet how many letters went out, in every workspace. */
export async function listUnsettled(db: Db): Promise<UnsettledLane[]> {
  return db
    .selectFrom('lane_asked')
    .select(['workspace_id as workspaceId', 'wave_id as waveId', 'persona_id as personaId', 'people'])
    .where('delivered', 'is', null)
    .execute();
}

/** Writes it down, unless somebody more was asked since they were counted. */
export async function writeDelivered(
  db: Db,
  { workspaceId, waveId, personaId, people }: UnsettledLane,
  delivered: number,
): Promise<void> {
  await db
    .updateTable('lane_asked')
    .set({ delivered })
    .where('workspace_id', '=', workspaceId)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('people', '=', people)
    .where('delivered', 'is', null)
    .execute();
}
