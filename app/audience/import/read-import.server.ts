import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findRun } from './import.store.server.ts';
import type { ImportRun } from './import-run.ts';
import { confirmedWords } from './memory.store.server.ts';
import { type ReadColumns, readColumns } from './read-columns.server.ts';
import { listRejects, type Reject } from './reject.store.server.ts';
import { suggestPersonaForWord, wordKey } from './role-words.ts';

/** One word of the role column: what it means, or what it usually means while nobody has said. */
export interface FileWord {
  key: string;
  word: string;
  rows: number;
  /** Undefined while undecided; null brings its rows in without a role. */
  personaId: string | null | undefined;
  hint: string;
}

export interface ImportPage {
  run: ImportRun;
  columns: ReadColumns | null;
  words: FileWord[];
  personas: Persona[];
  rejects: Reject[];
  /** The line to go on after, when there are more rejected rows. */
  moreAfter: number | null;
}

const REJECTS_SHOWN = 50;

/** Everything the page of one import shows, whatever its state. */
export async function readImport(
  db: Db,
  workspace: Workspace,
  input: { importId: string; after: number },
): Promise<ImportPage | null> {
  const run = await findRun(db, workspace, input.importId);
  if (!run) return null;
  const isOpen = run.state === 'mapping' || run.state === 'checked';
  const rejects = await listRejects(db, workspace, run.id, {
    after: input.after,
    limit: REJECTS_SHOWN + 1,
    without: run.state === 'checked' ? 'WORD_WAITS' : undefined,
  });
  const shown = rejects.slice(0, REJECTS_SHOWN);
  return {
    run,
    columns: isOpen ? await readColumns(db, workspace, run) : null,
    words: readWords(run, await confirmedWords(db, workspace)),
    personas: (await listPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null),
    rejects: shown,
    moreAfter: rejects.length > shown.length ? (shown.at(-1)?.line ?? null) : null,
  };
}

function readWords(run: ImportRun, confirmed: ReadonlyMap<string, string>): FileWord[] {
  const without = new Set(run.choices.wordsWithout);
  return run.report.words.map(({ word, rows }) => {
    const key = wordKey(word);
    const personaId = without.has(key) ? null : confirmed.get(key);
    return { key, word, rows, personaId, hint: suggestPersonaForWord(word).reason };
  });
}
