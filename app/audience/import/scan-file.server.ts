import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { chunksOf } from './import.store.server.ts';
import { PeopleFacts } from './people-facts.ts';
import { type PersonColumns, readPersonRow } from './person-row.ts';
import { readRows } from './read-rows.server.ts';

export type ScannedFile =
  | { kind: 'scanned'; facts: PeopleFacts; headers: readonly string[] }
  | { kind: 'refused'; failure: string };

/** Reads a whole file of people once, so that it is known to end well before its first row is brought in. */
export async function scanFile(
  db: Db,
  workspace: Workspace,
  file: { importId: string; columns: PersonColumns },
): Promise<ScannedFile> {
  const facts = new PeopleFacts();
  let headers: readonly string[] = [];
  for await (const part of readRows(chunksOf(db, workspace, file.importId))) {
    if (part.kind === 'refused') return { kind: 'refused', failure: part.sentence };
    if (part.kind === 'header') headers = part.names;
    if (part.kind === 'row' || part.kind === 'reject') facts.rows += 1;
    if (part.kind !== 'row') continue;
    const read = readPersonRow(part.cells, file.columns);
    if (read.kind === 'person') facts.add(part.line, read.person);
  }
  return { kind: 'scanned', facts, headers };
}
