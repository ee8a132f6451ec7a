import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listAnswerImportRows } from './answer-import.store.server.ts';
import type { AnswerImport } from './answer-import.ts';

const SHOWN = 10;

/** The latest files of past answers, newest first. */
export function listAnswerImports(db: Db, workspace: Workspace): Promise<AnswerImport[]> {
  return listAnswerImportRows(db, workspace, SHOWN);
}
