import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Decision, NewDecision } from './decision.ts';

export async function insertDecision(
  tx: Db,
  workspace: Workspace,
  decision: NewDecision & { id: string; programmeId: string; by: string; at: number },
): Promise<void> {
  const { id, personaIds, followUpIds, themeIds = [] } = decision;
  await tx
    .insertInto('decision')
    .values({
      workspace_id: workspace.id,
      id,
      programme_id: decision.programmeId,
      verdict: decision.verdict,
      what: decision.what,
      because: decision.because === '' ? null : decision.because,
      decided_by: decision.by,
      decided_at: decision.at,
    })
    .execute();
  const of = { workspace_id: workspace.id, decision_id: id };
  const personas = personaIds.map((persona_id) => ({ ...of, persona_id }));
  await tx.insertInto('decision_persona').values(personas).execute();
  const followUps = followUpIds.map((follow_up_id) => ({ ...of, follow_up_id }));
  if (followUps.length > 0) await tx.insertInto('decision_follow_up').values(followUps).execute();
  const themes = themeIds.map((theme_id) => ({ ...of, theme_id }));
  if (themes.length > 0) await tx.insertInto('decision_theme').values(themes).execute();
}

/** Which of these are follow-ups of the programme about one of these personas. */
export async function findDecidable(
  db: Db,
  workspace: Workspace,
  { programmeId, personaIds, followUpIds }: NewDecision & { programmeId: string },
): Promise<Set<string>> {
  if (followUpIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('follow_up')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('programme_id', '=', programmeId)
    .where('persona_id', 'in', personaIds)
    .where('id', 'in', followUpIds)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The decisions of a programme, the newest first. */
export async function listDecisionRows(
  db: Db,
  workspace: Workspace,
  programmeId: string,
): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decision as d')
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'd.workspace_id').onRef('m.id', '=', 'd.decided_by'),
    )
    .select(['d.id', 'd.programme_id as programmeId', 'd.verdict', 'd.what', 'd.because'])
    .select(['d.decided_at as decidedAt', 'm.name as byName'])
    .where('d.workspace_id', '=', workspace.id)
    .where('d.programme_id', '=', programmeId)
    .orderBy('d.decided_at', 'desc')
    .orderBy('d.id', 'desc')
    .execute();
  const ids = rows.map(({ id }) => id);
  const personas = await listPersonasOf(db, workspace, ids);
  const followUps = await listFollowUpsOf(db, workspace, ids);
  const themes = await listThemesOf(db, workspace, ids);
  return rows.map((row) => ({
    ...row,
    personaIds: (personas.get(row.id) ?? []).map(({ personaId }) => personaId),
    followUps: (followUps.get(row.id) ?? []).map(({ followUpId: id, what }) => ({ id, what })),
    themes: (themes.get(row.id) ?? []).map(({ themeId: id, name }) => ({ id, name })),
  }));
}

async function listPersonasOf(db: Db, workspace: Workspace, decisionIds: readonly string[]) {
  if (decisionIds.length === 0) return new Map<string, { personaId: string }[]>();
  const rows = await db
    .selectFrom('decision_persona')
    .select(['decision_id as decisionId', 'persona_id as personaId'])
    .where('workspace_id', '=', workspace.id)
    .where('decision_id', 'in', decisionIds)
    .orderBy('persona_id')
    .execute();
  return Map.groupBy(rows, ({ decisionId }) => decisionId);
}

async function listFollowUpsOf(db: Db, workspace: Workspace, decisionIds: readonly string[]) {
  if (decisionIds.length === 0) return new Map<string, { followUpId: string; what: string }[]>();
  const rows = await db
    .selectFrom('decision_follow_up as d')
    .innerJoin('follow_up as f', (on) =>
      on.onRef('f.workspace_id', '=', 'd.workspace_id').onRef('f.id', '=', 'd.follow_up_id'),
    )
    .select(['d.decision_id as decisionId', 'f.id as followUpId', 'f.what'])
    .where('d.workspace_id', '=', workspace.id)
    .where('d.decision_id', 'in', decisionIds)
    .orderBy('f.id')
    .execute();
  return Map.groupBy(rows, ({ decisionId }) => decisionId);
}

async function listThemesOf(db: Db, workspace: Workspace, decisionIds: readonly string[]) {
  if (decisionIds.length === 0) return new Map<string, { themeId: string; name: string }[]>();
  const rows = await db
    .selectFrom('decision_theme as d')
    .innerJoin('theme as t', (on) =>
      on.onRef('t.workspace_id', '=', 'd.workspace_id').onRef('t.id', '=', 'd.theme_id'),
    )
    .select(['d.decision_id as decisionId', 't.id as themeId', 't.name'])
    .where('d.workspace_id', '=', workspace.id)
    .where('d.decision_id', 'in', decisionIds)
    .orderBy('t.name')
    .execute();
  return Map.groupBy(rows, ({ decisionId }) => decisionId);
}
