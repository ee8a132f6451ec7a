import {
  ANSWER_TARGETS,
  type AnswerTarget,
  suggestAnswerTargets,
} from '#app/audience/import/answer-columns.ts';
import type { ColumnSuggestion } from '#app/audience/import/column-match.ts';
import { chunksOf } from '#app/audience/import/import.store.server.ts';
import { confirmedWords, rememberedColumns } from '#app/audience/import/memory.store.server.ts';
import { peekFile } from '#app/audience/import/peek-file.server.ts';
import { listRejects, type Reject } from '#app/audience/import/reject.store.server.ts';
import { suggestPersonaForWord, wordKey } from '#app/audience/import/role-words.ts';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import { inSentence, type Persona } from '#app/persona/persona.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findAnswerImport } from './answer-import.store.server.ts';
import type { AnswerImport } from './answer-import.ts';

/** One column of the file as the page shows it. */
export interface AnswerColumn extends ColumnSuggestion<AnswerTarget> {
  samples: readonly string[];
}

/** One word of the role column: what it means, and what speaks for it. */
export interface AnswerFileWord {
  word: string;
  rows: number;
  /** Undefined while undecided; null says that it names no role. */
  personaId: string | null | undefined;
  hint: string;
}

export interface AnswerImportPage {
  found: AnswerImport;
  /** Null once the file is gone. */
  columns: AnswerColumn[] | null;
  words: AnswerFileWord[];
  /** In lane order; closed ones only where the report counts them. */
  personas: Persona[];
  rejects: Reject[];
  /** The line to go on after, when there are more rows that did not come in. */
  moreAfter: number | null;
}

const REJECTS_SHOWN = 20;

/** Everything the page of one import of answers shows, whatever its state. */
export async function readAnswerImport(
  db: Db,
  workspace: Workspace,
  input: { importId: string; after: number },
): Promise<AnswerImportPage | null> {
  const found = await findAnswerImport(db, workspace, input.importId);
  if (!found) return null;
  const isOpen = found.state === 'mapping' || found.state === 'checked';
  const rejects = await listRejects(db, workspace, found.id, {
    after: input.after,
    limit: REJECTS_SHOWN + 1,
  });
  const shown = rejects.slice(0, REJECTS_SHOWN);
  const personas = await listPersonas(db, workspace);
  return {
    found,
    columns: isOpen ? await readColumns(db, workspace, found) : null,
    words: readWords(found, await confirmedWords(db, workspace), personas),
    personas: personas.filter(({ id, closedAt }) => closedAt === null || id in found.report.placed),
    rejects: shown,
    moreAfter: rejects.length > shown.length ? (shown.at(-1)?.line ?? null) : null,
  };
}

/** Where each column goes: as chosen, else as remembered, else as its header suggests. */
async function readColumns(
  db: Db,
  workspace: Workspace,
  found: AnswerImport,
): Promise<AnswerColumn[] | null> {
  const peeked = await peekFile(chunksOf(db, workspace, found.id));
  if (peeked.kind === 'refused') return null;
  const remembered = new Map<string, AnswerTarget>();
  for (const [key, target] of await rememberedColumns(db, workspace, 'answers'))
    if (isTarget(target)) remembered.set(key, target);
  return suggestAnswerTargets(peeked.headers, remembered).map((column, at) => ({
    ...column,
    target: found.choices.targets?.[at] ?? column.target,
    samples: peeked.samples[at] ?? [],
  }));
}

function isTarget(target: string): target is AnswerTarget {
  return (ANSWER_TARGETS as readonly string[]).includes(target);
}

function readWords(
  { report, choices }: AnswerImport,
  inPeopleFiles: ReadonlyMap<string, string>,
  personas: readonly Persona[],
): AnswerFileWord[] {
  return report.words.map(({ word, rows }) => {
    const key = wordKey(word);
    const elsewhere = personas.find(({ id }) => id === inPeopleFiles.get(key));
    const hint = elsewhere
      ? `In your files of people this word means ${inSentence(elsewhere.name)}.`
      : suggestPersonaForWord(word).reason;
    return { word, rows, personaId: choices.words[key], hint };
  });
}
