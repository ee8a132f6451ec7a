import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Draft } from './draft/draft.ts';
import { findSurvey, type SurveyRow } from './survey.store.server.ts';
import { listVersionRows } from './version/version.store.server.ts';

export interface OpenSurvey extends Omit<SurveyRow, 'draft'> {
  draft: Draft;
  /** Published versions, the newest first. */
  versions: { id: string; number: number; publishedAt: number }[];
}

/** One survey with its draft and its published versions; null when this workspace has no such survey. */
export async function readSurvey(db: Db, workspace: Workspace, id: string): Promise<OpenSurvey | null> {
  const survey = await findSurvey(db, workspace, id);
  if (!survey) return null;
  const versions = await listVersionRows(db, workspace, id);
  return {
    ...survey,
    draft: Draft.parse(JSON.parse(survey.draft)),
    versions: versions.map(({ id: versionId, number, publishedAt }) => ({
      id: versionId,
      number,
      publishedAt,
    })),
  };
}
