import { chunksOf } from '#app/audience/import/import.store.server.ts';
import { readRows } from '#app/audience/import/read-rows.server.ts';
import { wordKey } from '#app/audience/import/role-words.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type AnswerColumns, readAnswerRow } from './answer-row.ts';
import { wordOf } from './plan-answer.ts';

export type ScannedAnswers =
  | {
      kind: 'scanned';
      rows: number;
      /** Answers that have a score of the declared scale, and those whose score cell is none of it. */
      scores: number;
      setAside: number;
      /** Distinct role words of answers in the order of the file. */
      words: { word: string; rows: number }[];
    }
  | { kind: 'refused'; failure: string };

/** Reads a whole file once before any row comes in: it is known to end well, and which words it holds. */
export async function scanAnswers(
  db: Db,
  workspace: Workspace,
  file: { importId: string; columns: AnswerColumns },
): Promise<ScannedAnswers> {
  const words = new Map<string, { word: string; rows: number }>();
  const counted = { rows: 0, scores: 0, setAside: 0 };
  for await (const part of readRows(chunksOf(db, workspace, file.importId))) {
    if (part.kind === 'refused') return { kind: 'refused', failure: part.sentence };
    if (part.kind === 'row' || part.kind === 'reject') counted.rows += 1;
    if (part.kind !== 'row') continue;
    const read = readAnswerRow(part.cells, file.columns);
    if (read.kind === 'set_aside') counted.setAside += 1;
    if (read.kind !== 'answer') continue;
    if (read.row.score !== null) counted.scores += 1;
    const word = wordOf(read.row.roleText);
    if (word === '') continue;
    const key = wordKey(word);
    words.set(key, { word: words.get(key)?.word ?? word, rows: (words.get(key)?.rows ?? 0) + 1 });
  }
  return { kind: 'scanned', ...counted, words: [...words.values()] };
}
