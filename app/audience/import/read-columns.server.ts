import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows } from '../attribute/attribute.store.server.ts';
import type { ColumnSuggestion } from './column-match.ts';
import { type ColumnTarget, PERSON_TARGETS, suggestTargets } from './column-targets.ts';
import type { Encoding } from './decode-file.ts';
import { chunksOf } from './import.store.server.ts';
import type { ImportRun } from './import-run.ts';
import { rememberedColumns } from './memory.store.server.ts';
import { ownLabel, ownTarget } from './own-targets.ts';
import { peekFile } from './peek-file.server.ts';

/** One column of a file of people, as the page shows it. */
export interface FileColumn extends ColumnSuggestion<ColumnTarget> {
  samples: readonly string[];
}

export interface ReadColumns {
  columns: FileColumn[];
  encoding: Encoding;
  encodingGuessed: boolean;
  /** The own attributes of the workspace that a column can go to. */
  own: { target: ColumnTarget; label: string }[];
}

/** The columns of a run's file with where each goes: as chosen, else as remembered, else as its header suggests. */
export async function readColumns(db: Db, workspace: Workspace, run: ImportRun): Promise<ReadColumns | null> {
  const peeked = await peekFile(chunksOf(db, workspace, run.id));
  if (peeked.kind === 'refused') return null;
  const own = await listAttributeRows(db, workspace);
  const isTarget = knowsTargets([...PERSON_TARGETS, ...own.map(ownTarget)]);
  const remembered = new Map<string, ColumnTarget>();
  for (const [key, target] of await rememberedColumns(db, workspace, 'people')) {
    if (isTarget(target)) remembered.set(key, target);
  }
  const suggested = suggestTargets(peeked.headers, remembered, own);
  const columns = suggested.map((column, at) => {
    const chosen = run.choices.targets?.[at] ?? column.target;
    const target = isTarget(chosen) ? chosen : 'leave_out';
    // A web domain has no place in the tables yet.
    return {
      ...column,
      target: target === 'account.domain' ? ('leave_out' as const) : target,
      samples: peeked.samples[at] ?? [],
    };
  });
  const { encoding, encodingGuessed } = peeked;
  const offered = own.map((one) => ({ target: ownTarget(one), label: ownLabel(one) }));
  return { columns, encoding, encodingGuessed, own: offered };
}

function knowsTargets(known: readonly ColumnTarget[]) {
  const targets = new Set<string>(known);
  return (target: string): target is ColumnTarget => targets.has(target);
}
