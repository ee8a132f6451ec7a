import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { LaneAt, TagRow, TextAt } from './theme.ts';

const KEY = [
  ...(['workspace_id', 'wave_id', 'persona_id'] as const),
  ...(['response_id', 'question_key', 'theme_id'] as const),
] as const;

export interface TextRow extends TextAt {
  surveyVersionId: string;
}

/** Which of these are texts of this lane: one of another persona, or of nobody, is none. */
export async function findTexts(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneAt,
  on: readonly TextAt[],
): Promise<TextRow[]> {
  if (on.length === 0) return [];
  const rows = await db
    .selectFrom('answer as w')
    .select(['w.response_id as responseId', 'w.question_key as questionKey'])
    .select('w.survey_version_id as surveyVersionId')
    .where('w.workspace_id', '=', workspace.id)
    .where('w.wave_id', '=', waveId)
    .where('w.persona_id', '=', personaId)
    .where('w.question_key', 'in', [...new Set(on.map(({ questionKey }) => questionKey))])
    .where('w.response_id', 'in', [...new Set(on.map(({ responseId }) => responseId))])
    .where('w.verbatim', 'is not', null)
    .execute();
  const wanted = new Set(on.map(placeOf));
  return rows.filter((row) => wanted.has(placeOf(row)));
}

export function placeOf({ responseId, questionKey }: TextAt): string {
  return `${responseId}:${questionKey}`;
}

interface Tagging extends LaneAt {
  themeId: string;
  at: number;
}

/** Tags texts as a member does: it counts from now on, also where a machine only suggested it. */
export async function insertTags(
  tx: Db,
  workspace: Workspace,
  { by, at, ...tagging }: Tagging & { by: Actor },
  on: readonly TextRow[],
): Promise<void> {
  if (on.length === 0) return;
  const confirmed = { confirmed_by: by, confirmed_at: at, dismissed_at: null };
  const rows = on.map((text) => ({
    ...rowOf(workspace, { ...tagging, at }, text),
    ...{ made_by: 'member' as const, why: '', ...confirmed },
  }));
  await tx
    .insertInto('theme_tag')
    .values(rows)
    .onConflict((onKey) =>
      onKey
        .columns([...KEY])
        .doUpdateSet(confirmed)
        .where('theme_tag.confirmed_at', 'is', null),
    )
    .execute();
}

/** Suggests tags as a machine does: nothing that was confirmed or dismissed before is touched. */
export async function insertSuggestions(
  tx: Db,
  workspace: Workspace,
  tagging: Tagging,
  on: readonly (TextRow & { why: string })[],
): Promise<void> {
  if (on.length === 0) return;
  const rows = on.map(({ why, ...text }) => ({
    ...rowOf(workspace, tagging, text),
    ...{ made_by: 'machine' as const, why, confirmed_by: null, confirmed_at: null, dismissed_at: null },
  }));
  await tx
    .insertInto('theme_tag')
    .values(rows)
    .onConflict((onKey) => onKey.columns([...KEY]).doNothing())
    .execute();
}

function rowOf(workspace: Workspace, { waveId, personaId, themeId, at }: Tagging, text: TextRow) {
  return {
    ...{ workspace_id: workspace.id, wave_id: waveId, persona_id: personaId, theme_id: themeId },
    ...{ response_id: text.responseId, question_key: text.questionKey },
    ...{ survey_version_id: text.surveyVersionId, made_at: at },
  };
}

/** The tags of these responses of one lane that were not dismissed: those that count, and those suggested. */
export async function listTagsOf(
  db: Db,
  workspace: Workspace,
  lane: LaneAt,
  responseIds: readonly string[],
): Promise<TagRow[]> {
  if (responseIds.length === 0) return [];
  return tagsIn(db, workspace, lane).where('response_id', 'in', responseIds).execute();
}

/** The tags of one lane in the order of their responses, after one of them. */
export async function pageTags(
  db: Db,
  workspace: Workspace,
  lane: LaneAt,
  of: {
    themeId?: string | undefined;
    state: 'confirmed' | 'suggested';
    after?: string | undefined;
    limit: number;
  },
): Promise<TagRow[]> {
  let query = tagsIn(db, workspace, lane).where(
    'confirmed_at',
    of.state === 'confirmed' ? 'is not' : 'is',
    null,
  );
  if (of.themeId) query = query.where('theme_id', '=', of.themeId);
  if (of.after) query = query.where('response_id', '>', of.after);
  return query.limit(of.limit).execute();
}

function tagsIn(db: Db, workspace: Workspace, { waveId, personaId }: LaneAt) {
  return db
    .selectFrom('theme_tag')
    .select(['response_id as responseId', 'question_key as questionKey', 'theme_id as themeId'])
    .select(['made_by as madeBy', 'why', 'confirmed_at as confirmedAt'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('dismissed_at', 'is', null)
    .orderBy('response_id')
    .orderBy('question_key')
    .orderBy('theme_id');
}

/** Every tag of a lane, those dismissed too. */
export async function countTagsIn(
  db: Db,
  workspace: Workspace,
  { waveId, personaId }: LaneAt,
): Promise<number> {
  const row = await db
    .selectFrom('theme_tag')
    .select(({ fn }) => fn.countAll<number>().as('tags'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  return Number(row.tags);
}
