import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ColumnSuggestion } from './column-match.ts';
import { PERSON_TARGETS, type PersonTarget, suggestTargets } from './column-targets.ts';
import type { Encoding } from './decode-file.ts';
import { chunksOf } from './import.store.server.ts';
import type { ImportRun } from './import-run.ts';
import { rememberedColumns } from './memory.store.server.ts';
import { peekFile } from './peek-file.server.ts';

/** One column of a file of people, as the page shows it. */
export interface FileColumn extends ColumnSuggestion<PersonTarget> {
  samples: readonly string[];
}

export interface ReadColumns {
  columns: FileColumn[];
  encoding: Encoding;
  encodingGuessed: boolean;
}

/** The columns of a run's file with where each goes: as chosen, else as remembered, else as its header suggests. */
export async function readColumns(db: Db, workspace: Workspace, run: ImportRun): Promise<ReadColumns | null> {
  const peeked = await peekFile(chunksOf(db, workspace, run.id));
  if (peeked.kind === 'refused') return null;
  const remembered = new Map<string, PersonTarget>();
  for (const [key, target] of await rememberedColumns(db, workspace, 'people')) {
    if (isTarget(target)) remembered.set(key, target);
  }
  const suggested = suggestTargets(peeked.headers, remembered);
  const columns = suggested.map((column, at) => {
    const target = run.choices.targets?.[at] ?? column.target;
    // A web domain has no place in the tables yet.
    return {
      ...column,
      target: target === 'account.domain' ? ('leave_out' as const) : target,
      samples: peeked.samples[at] ?? [],
    };
  });
  const { encoding, encodingGuessed } = peeked;
  return { columns, encoding, encodingGuessed };
}

function isTarget(target: string): target is PersonTarget {
  return (PERSON_TARGETS as readonly string[]).includes(target);
}
