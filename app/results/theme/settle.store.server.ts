import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import type { LaneAt, TagAt } from './theme.ts';

interface Settling {
  by: Actor;
  at: number;
}

/** From now on a suggestion counts; false where there is none, or it was settled before. */
export async function confirmTag(
  tx: Db,
  workspace: Workspace,
  lane: LaneAt,
  tag: TagAt,
  { by, at }: Settling,
): Promise<boolean> {
  const { numUpdatedRows } = await tagAt(tx, workspace, lane, tag)
    .where('confirmed_at', 'is', null)
    .where('dismissed_at', 'is', null)
    .set({ confirmed_by: by, confirmed_at: at })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a tag away: a member's is gone, a machine's is remembered so that it is not suggested again. */
export async function removeTag(
  tx: Db,
  workspace: Workspace,
  lane: LaneAt,
  tag: TagAt,
  { at }: Settling,
): Promise<boolean> {
  const { numUpdatedRows } = await tagAt(tx, workspace, lane, tag)
    .where('made_by', '=', 'machine')
    .where('dismissed_at', 'is', null)
    .set({ confirmed_by: null, confirmed_at: null, dismissed_at: at })
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return true;
  const { numDeletedRows } = await tx
    .deleteFrom('theme_tag')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', lane.waveId)
    .where('persona_id', '=', lane.personaId)
    .where('response_id', '=', tag.responseId)
    .where('question_key', '=', tag.questionKey)
    .where('theme_id', '=', tag.themeId)
    .where('made_by', '=', 'member')
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function tagAt(tx: Db, workspace: Workspace, { waveId, personaId }: LaneAt, tag: TagAt) {
  return tx
    .updateTable('theme_tag')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('response_id', '=', tag.responseId)
    .where('question_key', '=', tag.questionKey)
    .where('theme_id', '=', tag.themeId);
}

/** The tags of a theme that another one has on the same text. */
export async function moveTags(
  tx: Db,
  workspace: Workspace,
  { from, into }: { from: string; into: string },
): Promise<void> {
  const columns = [
    ...(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id', 'response_id'] as const),
    ...(['question_key', 'theme_id', 'made_by', 'made_at', 'why', 'confirmed_by', 'confirmed_at'] as const),
    'dismissed_at' as const,
  ];
  await tx
    .insertInto('theme_tag')
    .columns(columns)
    .expression((eb) =>
      eb
        .selectFrom('theme_tag as t')
        .select(['t.workspace_id', 't.wave_id', 't.persona_id', 't.survey_version_id', 't.response_id'])
        .select(['t.question_key', eb.val(into).as('theme_id'), 't.made_by', 't.made_at', 't.why'])
        .select(['t.confirmed_by', 't.confirmed_at', 't.dismissed_at'])
        .where('t.workspace_id', '=', workspace.id)
        .where('t.theme_id', '=', from),
    )
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'wave_id', 'persona_id', 'response_id', 'question_key', 'theme_id'])
        .doUpdateSet((eb) => ({
          confirmed_by: eb.ref('excluded.confirmed_by'),
          confirmed_at: eb.ref('excluded.confirmed_at'),
          dismissed_at: null,
        }))
        .where('theme_tag.confirmed_at', 'is', null)
        .where('excluded.confirmed_at', 'is not', null),
    )
    .execute();
  await tx
    .deleteFrom('theme_tag')
    .where('workspace_id', '=', workspace.id)
    .where('theme_id', '=', from)
    .execute();
}
