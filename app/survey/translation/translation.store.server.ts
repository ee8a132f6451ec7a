import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { KeptRow } from './kept-row.ts';
import type { KeptTexts } from './kept-text.ts';

/** The texts of one survey in one language. */
export interface Translation {
  /** BCP 47, see `readTag`. */
  language: string;
  texts: KeptTexts;
  /** Grows by one with every save. */
  revision: number;
  updatedAt: number;
}

function translations(db: Db, workspace: Workspace, surveyId: string) {
  return db
    .selectFrom('survey_translation')
    .select(['language', 'texts', 'revision', 'updated_at as updatedAt'])
    .where('workspace_id', '=', workspace.id)
    .where('survey_id', '=', surveyId);
}

type Row = Omit<Translation, 'texts'> & { texts: string };

function asTranslation(row: Row): Translation {
  return { ...row, texts: KeptRow.parse(JSON.parse(row.texts)) };
}

/** The languages of a survey besides its own, by tag. */
export async function listTranslations(
  db: Db,
  workspace: Workspace,
  surveyId: string,
): Promise<Translation[]> {
  const rows = await translations(db, workspace, surveyId).execute();
  // Sorted here: the two engines order letters differently, and a frozen set must not depend on that.
  return rows.map(asTranslation).sort((one, other) => (one.language < other.language ? -1 : 1));
}

export async function findTranslation(
  db: Db,
  workspace: Workspace,
  key: { surveyId: string; language: string },
): Promise<Translation | null> {
  const row = await translations(db, workspace, key.surveyId)
    .where('language', '=', key.language)
    .executeTakeFirst();
  return row ? asTranslation(row) : null;
}

export interface TranslationChange {
  surveyId: string;
  language: string;
  texts: KeptTexts;
  /** The revision that was read, 0 where there was none; somebody else's is never overwritten. */
  revision: number;
  actor: Actor;
  now: number;
}

/** Writes the texts of a language; false when somebody was quicker. */
export async function upsertTranslation(
  db: Db,
  workspace: Workspace,
  change: TranslationChange,
): Promise<boolean> {
  const written = {
    texts: JSON.stringify(change.texts),
    revision: change.revision + 1,
    updated_at: change.now,
    updated_by: change.actor,
  };
  if (change.revision === 0) {
    const key = { workspace_id: workspace.id, survey_id: change.surveyId, language: change.language };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('survey_translation')
      .values({ ...key, ...written })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'survey_id', 'language']).doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await db
    .updateTable('survey_translation')
    .set(written)
    .where('workspace_id', '=', workspace.id)
    .where('survey_id', '=', change.surveyId)
    .where('language', '=', change.language)
    .where('revision', '=', change.revision)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteTranslation(
  db: Db,
  workspace: Workspace,
  key: { surveyId: string; language: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('survey_translation')
    .where('workspace_id', '=', workspace.id)
    .where('survey_id', '=', key.surveyId)
    .where('language', '=', key.language)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
