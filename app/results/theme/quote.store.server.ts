import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What people of ONE persona wrote that somebody confirmed to raise a theme, in whichever wave, the newest first. */
export async function listQuotes(
  db: Db,
  workspace: Workspace,
  of: { personaId: string; themeId: string; limit: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('theme_tag as t')
    .innerJoin('answer as w', (on) =>
      on
        .onRef('w.workspace_id', '=', 't.workspace_id')
        .onRef('w.wave_id', '=', 't.wave_id')
        .onRef('w.persona_id', '=', 't.persona_id')
        .onRef('w.question_key', '=', 't.question_key')
        .onRef('w.response_id', '=', 't.response_id'),
    )
    .select('w.verbatim')
    .where('t.workspace_id', '=', workspace.id)
    .where('t.theme_id', '=', of.themeId)
    .where('t.persona_id', '=', of.personaId)
    .where('t.confirmed_at', 'is not', null)
    .where('w.persona_id', '=', of.personaId)
    .orderBy('t.confirmed_at', 'desc')
    .orderBy('t.response_id')
    .limit(of.limit)
    .execute();
  return rows.flatMap(({ verbatim }) => (verbatim === null ? [] : [verbatim]));
}
