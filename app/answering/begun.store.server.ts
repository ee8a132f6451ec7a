import type { Db } from '#app/platform/db.server.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';

/** What is begun as it stands, and whether the invitation has answered meanwhile. */
export async function findBegun(tx: Db, workspace: Workspace, invitationId: string) {
  return tx
    .selectFrom('invitation as i')
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('begun_response as begun', (on) =>
      on.onRef('begun.workspace_id', '=', 'i.workspace_id').onRef('begun.invitation_id', '=', 'i.id'),
    )
    .select(['r.id as responseId', 'begun.given', 'begun.revision', 'begun.device_hash as deviceHash'])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .executeTakeFirst();
}

export interface BegunRow {
  invitationId: string;
  given: string;
  page: number;
  revision: number;
  deviceHash: string;
  at: number;
}

/** Writes what is begun over the revision before; false when somebody else has written that one meanwhile. */
export async function writeBegun(tx: Db, workspace: Workspace, begun: BegunRow): Promise<boolean> {
  const row = {
    given: begun.given,
    page: begun.page,
    revision: begun.revision,
    device_hash: begun.deviceHash,
    updated_at: begun.at,
  };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('begun_response')
    .values({ workspace_id: workspace.id, invitation_id: begun.invitationId, ...row })
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'invitation_id'])
        .doUpdateSet(row)
        .where('begun_response.revision', '=', begun.revision - 1),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

const dropBegun = preparedLook((db, ids, slot) =>
  db
    .deleteFrom('begun_response')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('invitation_id', 'in', ids),
);

/** What was begun is sent, or can be sent no more: nothing half-written stays. */
export async function deleteBegun(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<void> {
  await dropBegun(tx, invitationIds, { workspaceId: workspace.id });
}

/** A lane that holds what was begun and can be sent no more. */
export interface OverLane {
  workspaceId: string;
  waveId: string;
  personaId: string;
  confidentiality: Confidentiality;
}

/** Lanes with something begun whose wave closed before `closedBefore` (ms), in every workspace. */
export async function listOverLanes(db: Db, closedBefore: number): Promise<OverLane[]> {
  return begunByLane(db)
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'wave.workspace_id').onRef('p.id', '=', 'wave.programme_id'),
    )
    .select(['i.workspace_id as workspaceId', 'i.wave_id as waveId', 'i.persona_id as personaId'])
    .select('p.confidentiality')
    .distinct()
    .where('wave.state', '=', 'closed')
    .where('wave.closed_at', '<', closedBefore)
    .execute();
}

type LanePin = Omit<OverLane, 'confidentiality'>;

/** How many of one lane have begun and not sent. */
export async function countBegunOf(db: Db, { workspaceId, waveId, personaId }: LanePin): Promise<number> {
  const row = await begunByLane(db)
    .select((eb) => eb.fn.countAll<number>().as('people'))
    .where('begun.workspace_id', '=', workspaceId)
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

/** From what is begun to its invitation: the other way round a database goes through everybody who was asked. */
function begunByLane(db: Db) {
  return db
    .selectFrom('begun_response as begun')
    .crossJoin('invitation as i')
    .whereRef('i.workspace_id', '=', 'begun.workspace_id')
    .whereRef('i.id', '=', 'begun.invitation_id');
}

/** Drops what was begun in one lane; how many that were. */
export async function deleteBegunOf(tx: Db, { workspaceId, waveId, personaId }: LanePin): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('begun_response')
    .where('workspace_id', '=', workspaceId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitation as i')
          .select('i.id')
          .whereRef('i.workspace_id', '=', 'begun_response.workspace_id')
          .whereRef('i.id', '=', 'begun_response.invitation_id')
          .where('i.wave_id', '=', waveId)
          .where('i.persona_id', '=', personaId),
      ),
    )
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Remembers how many of one lane had begun and can send no more. */
export async function addUnsent(
  tx: Db,
  { workspaceId, waveId, personaId }: LanePin,
  people: number,
): Promise<void> {
  await tx
    .updateTable('lane_asked')
    .set((eb) => ({ unsent: eb('unsent', '+', people) }))
    .where('workspace_id', '=', workspaceId)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .execute();
}

export async function findUnsent(db: Db, { workspaceId, waveId, personaId }: LanePin): Promise<number> {
  const row = await db
    .selectFrom('lane_asked')
    .select('unsent')
    .where('workspace_id', '=', workspaceId)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  return row?.unsent ?? 0;
}
