import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { QuestionSet } from '../question.ts';
import { listVersionRows, type VersionRow } from './version.store.server.ts';

export interface FrozenVersion extends Omit<VersionRow, 'definition'> {
  set: QuestionSet;
}

/** A published version as it was frozen; null when there is none with this number. */
export async function readVersion(
  db: Db,
  workspace: Workspace,
  input: { surveyId: string; number: number },
): Promise<FrozenVersion | null> {
  const versions = await listVersionRows(db, workspace, input.surveyId);
  const found = versions.find(({ number }) => number === input.number);
  if (!found) return null;
  const { definition, ...version } = found;
  return { ...version, set: QuestionSet.parse(JSON.parse(definition)) };
}
