import { UNPLACED_REASONS } from '#app/answering/import/answer-words.ts';
import { countUnplacedByCode, listUnplacedRows } from '#app/answering/unplaced/unplaced.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence } from '../confidence/policy.ts';
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

const IN_CONFIDENCE: readonly TableColumn[] = [
  { key: 'why_not_placed', label: 'Why they have no persona', kind: 'text' },
  { key: 'wave', label: 'Wave', kind: 'text' },
  { key: 'programme', label: 'Programme', kind: 'text' },
  { key: 'answers', label: 'Answers', kind: 'number' },
];

const PAGE = 500;

/**
 * Answers without a confirmed role: in a file of their own, because they belong to nobody's figure. Given in confidence they
 * are counted, and nothing of what stood in their lines leaves the house.
 */
export function unplacedTable(db: Db, workspace: Workspace, waves: readonly WaveLine[]): Table {
  if (waves.some(({ confidentiality }) => isInConfidence(confidentiality)))
    return { columns: IN_CONFIDENCE, rows: countAll(db, workspace, waves) };
  return { columns: COLUMNS, rows: readAll(db, workspace, waves) };
}

async function* countAll(
  db: Db,
  workspace: Workspace,
  waves: readonly WaveLine[],
): AsyncGenerator<readonly Cell[]> {
  const words: Readonly<Record<string, string>> = UNPLACED_REASONS;
  for (const { id, name, programmeName } of waves)
    for (const { code, answers } of await countUnplacedByCode(db, workspace, id))
      yield [words[code] ?? code, name, programmeName, answers];
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
