import { listRejects } from '#app/audience/import/reject.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { CsvCell } from '#app/platform/safe-csv.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAnswerImport } from './answer-import.store.server.ts';

export interface AnswerRejects {
  fileName: string;
  header: string[];
  rows: AsyncGenerator<CsvCell[]>;
}

const PAGE = 500;

/** The rows that gave no answer, with their lines and reasons; their cells stand as they came. */
export async function readAnswerRejects(
  db: Db,
  workspace: Workspace,
  importId: string,
): Promise<AnswerRejects | null> {
  const found = await findAnswerImport(db, workspace, importId);
  if (!found) return null;
  return {
    fileName: `${found.fileName.replace(/\.[^.]*$/, '')}-set-aside.csv`,
    header: ['Line', 'Reason', ...found.choices.headers],
    rows: rowsOf(db, workspace, importId),
  };
}

async function* rowsOf(db: Db, workspace: Workspace, importId: string): AsyncGenerator<CsvCell[]> {
  for (let after = 0; ; ) {
    const page = await listRejects(db, workspace, importId, { after, limit: PAGE });
    for (const { line, reason, cells } of page) yield [line, reason.sentence, ...cells];
    if (page.length < PAGE) return;
    after = page.at(-1)!.line;
  }
}
