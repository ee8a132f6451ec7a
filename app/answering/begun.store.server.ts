import type { Db } from '#app/platform/db.server.ts';
import { preparedLook } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

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

/** Drops what was begun in waves that closed before `closedBefore` (ms), in every workspace. */
export async function deleteBegunOfClosed(db: Db, closedBefore: number): Promise<void> {
  await db
    .deleteFrom('begun_response')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('invitation as i')
          .innerJoin('wave', (on) =>
            on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
          )
          .select('i.id')
          .whereRef('i.workspace_id', '=', 'begun_response.workspace_id')
          .whereRef('i.id', '=', 'begun_response.invitation_id')
          .where('wave.state', '=', 'closed')
          .where('wave.closed_at', '<', closedBefore),
      ),
    )
    .execute();
}
