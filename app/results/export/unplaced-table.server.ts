import { listUnplacedRows } from '#app/answering/unplaced/unplaced.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Cell, Table, TableColumn } from './table.ts';

const COLUMNS: readonly TableColumn[] = [
  { key: 'why_not_placed', label: 'Why it has no persona', kind: 'text' },
  { key: 'role_as_written', label: 'Role as it was written', kind: 'text' },
  { key: 'account', label: 'Account', kind: 'text' },
  { key: 'wave', label: 'Wave', kind: 'text' },
  { key: 'programme', label: 'Programme', kind: 'text' },
  { key: 'answered_on', label: 'Answered on', kind: 'day' },
  { key: 'score_of_nobody', label: 'Score, in no figure', kind: 'number' },
  { key: 'words', label: 'In their own words', kind: 'text' },
];

const PAGE = 500;

/** Answers without a confirmed role: in a file of their own, because they belong to nobody's figure. */
export function unplacedTable(db: Db, workspace: Workspace, waves: readonly WaveLine[]): Table {
  return { columns: COLUMNS, rows: readAll(db, workspace, waves) };
}

async function* readAll(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
): AsyncGenerator<readonly Cell[]> {
  for (const wave of waves) {
    let after: { importId: string; line: number } | null = null;
    for (;;) {
      const filter = { waveId: wave.id, search: '' };
      const page = await listUnplacedRows(db, workspace, filter, { after, limit: PAGE });
      for (const { reason, row } of page)
        yield [
          reason,
          row.roleText,
          row.account?.name ?? null,
          wave.name,
          wave.programmeName,
          row.answeredOn,
          row.score,
          row.words,
        ];
      const last = page.at(-1);
      if (!last || page.length < PAGE) break;
      after = { importId: last.importId, line: last.line };
    }
  }
}
