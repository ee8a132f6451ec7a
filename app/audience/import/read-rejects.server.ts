import type { Db } from '#app/platform/db.server.ts';
import type { CsvCell } from '#app/platform/safe-csv.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findRun } from './import.store.server.ts';
import { listRejects } from './reject.store.server.ts';

export interface RejectFile {
  fileName: string;
  header: string[];
  rows: AsyncGenerator<CsvCell[]>;
}

const PAGE = 500;

/** The rows that did not come in, with their lines and reasons: to mend in a spreadsheet and bring back. */
export async function readRejects(
  db: Db,
  workspace: Workspace,
  importId: string,
): Promise<RejectFile | null> {
  const run = await findRun(db, workspace, importId);
  if (!run) return null;
  return {
    fileName: `${run.fileName.replace(/\.[^.]*$/, '')}-rejected.csv`,
    header: ['Line', 'To settle', ...run.choices.headers],
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
