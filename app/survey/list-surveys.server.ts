import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Draft } from './draft/draft.ts';
import { listSurveyRows, type SurveyRow } from './survey.store.server.ts';
import { lastNumbers } from './version/version.store.server.ts';

export interface ListedSurvey extends Omit<SurveyRow, 'draft'> {
  questions: number;
  /** The newest published version, null before the first. */
  published: number | null;
}

/** The surveys of a workspace or of one programme, the newest first. */
export async function listSurveys(
  db: Db,
  workspace: Workspace,
  programmeId?: string,
): Promise<ListedSurvey[]> {
  const [rows, numbers] = await Promise.all([
    listSurveyRows(db, workspace, programmeId),
    lastNumbers(db, workspace),
  ]);
  return rows.map(({ draft, ...row }) => ({
    ...row,
    questions: Draft.parse(JSON.parse(draft)).questions.length,
    published: numbers.get(row.id) ?? null,
  }));
}
