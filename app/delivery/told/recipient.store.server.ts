import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface LaneStretch {
  waveId: string;
  personaId: string;
  /** The last invitation looked at; null before the first. */
  after: string | null;
  limit: number;
}

/** Who was asked in a lane, in the order of their invitations, with what a letter about its answers must know of each. */
export async function listAskedInLane(
  tx: Db,
  workspace: Workspace,
  { waveId, personaId, after, limit }: LaneStretch,
) {
  let asked = tx
    .selectFrom('invitation as i')
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('answered_invitation as mark', (on) =>
      on.onRef('mark.workspace_id', '=', 'i.workspace_id').onRef('mark.invitation_id', '=', 'i.id'),
    )
    .leftJoin('told_respondent as told', (on) =>
      on.onRef('told.workspace_id', '=', 'i.workspace_id').onRef('told.invitation_id', '=', 'i.id'),
    )
    .select(['i.id', 'i.revoked_at as revokedAt', 'r.id as responseId', 'mark.invitation_id as marked'])
    .select('told.way')
    .select(({ selectFrom }) =>
      selectFrom('outbound_message as m')
        .select(({ fn }) => fn.min('m.id').as('id'))
        .whereRef('m.workspace_id', '=', 'i.workspace_id')
        .whereRef('m.invitation_id', '=', 'i.id')
        .where('m.kind', '=', 'told_back')
        .as('writtenId'),
    )
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .where('i.persona_id', '=', personaId)
    .orderBy('i.id')
    .limit(limit);
  if (after !== null) asked = asked.where('i.id', '>', after);
  return asked.execute();
}
