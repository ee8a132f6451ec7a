import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

const writeRespondents = preparedRows(['workspace_id', 'invitation_id', 'way', 'told_at'], (db, rows) =>
  db
    .insertInto('told_respondent')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .returning('invitation_id'),
);

/** Writes down who was told; those who were not before. */
export async function insertRespondents(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
  { way, at }: { way: 'letter' | 'follow_up'; at: number },
): Promise<string[]> {
  const rows = invitationIds.map((invitation_id) => ({
    ...{ workspace_id: workspace.id, invitation_id, way, told_at: at },
  }));
  return (await writeRespondents(tx, rows)).map(({ invitation_id }) => invitation_id);
}

/** Whether the invitation was answered, in a programme that promised no confidence. */
export async function hasAnsweredByName(
  tx: Db,
  workspace: Workspace,
  invitationId: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select('r.id')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.id', '=', invitationId)
    .where('pr.confidentiality', '=', 'attributed')
    .executeTakeFirst();
  return row !== undefined;
}

export interface ToldRow {
  waveId: string;
  waveName: string;
  personaId: string;
  way: 'letter' | 'follow_up';
  at: number;
}

/** When this person was told, in waves that promised no confidence, the newest first. */
export async function listToldRows(db: Db, workspace: Workspace, personId: string): Promise<ToldRow[]> {
  return db
    .selectFrom('invitation as i')
    .innerJoin('told_respondent as t', (on) =>
      on.onRef('t.workspace_id', '=', 'i.workspace_id').onRef('t.invitation_id', '=', 'i.id'),
    )
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .select(['w.id as waveId', 'w.name as waveName', 'i.persona_id as personaId', 't.way'])
    .select('t.told_at as at')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.person_id', '=', personId)
    .where('pr.confidentiality', '=', 'attributed')
    .orderBy('t.told_at', 'desc')
    .orderBy('w.id')
    .execute();
}
