import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface ConfirmedIn {
  programmeId: string;
  personaId: string;
  themeId: string;
  /** ms; a tag that was confirmed before is none of them. */
  since: number;
}

export async function listConfirmedRows(
  db: Db,
  workspace: Workspace,
  { limit, ...of }: ConfirmedIn & { limit: number },
): Promise<{ responseId: string; waveId: string; confirmedAt: number | null }[]> {
  return confirmed(db, workspace, of)
    .select(['t.response_id as responseId', 't.wave_id as waveId', 't.confirmed_at as confirmedAt'])
    .orderBy('t.confirmed_at')
    .orderBy('t.response_id')
    .orderBy('t.question_key')
    .limit(limit)
    .execute();
}

export async function listConfirmedLaneRows(
  db: Db,
  workspace: Workspace,
  of: ConfirmedIn,
): Promise<{ waveId: string; closedAt: number | null }[]> {
  return confirmed(db, workspace, of)
    .select(['t.wave_id as waveId', 'w.closed_at as closedAt'])
    .distinct()
    .orderBy('t.wave_id')
    .execute();
}

function confirmed(db: Db, workspace: Workspace, { programmeId, personaId, themeId, since }: ConfirmedIn) {
  return db
    .selectFrom('theme_tag as t')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 't.workspace_id').onRef('w.id', '=', 't.wave_id'),
    )
    .where('t.workspace_id', '=', workspace.id)
    .where('t.theme_id', '=', themeId)
    .where('t.persona_id', '=', personaId)
    .where('t.confirmed_at', '>=', since)
    .where('w.programme_id', '=', programmeId);
}
