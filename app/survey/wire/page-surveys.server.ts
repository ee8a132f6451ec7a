import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listSurveyRows } from '../survey.store.server.ts';
import { lastNumbers } from '../version/version.store.server.ts';
import type { SurveyLine } from './survey-wire.ts';

/** One page of surveys, the newest first, with one too many where there are more. */
export async function pageSurveys(db: Db, workspace: Workspace, asked: PageAsked): Promise<SurveyLine[]> {
  const [rows, numbers] = await Promise.all([listSurveyRows(db, workspace), lastNumbers(db, workspace)]);
  const from = asked.after ? rows.findIndex(({ id }) => id === asked.after) + 1 : 0;
  return rows
    .slice(from, from + asked.limit + 1)
    .map((row) => ({ ...row, published: numbers.get(row.id) ?? null }));
}
