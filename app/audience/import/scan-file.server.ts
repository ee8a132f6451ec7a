import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { Contradictions } from './contradictions.ts';
import { chunksOf } from './import.store.server.ts';
import { PeopleFacts } from './people-facts.ts';
import { type PersonColumns, type PersonRow, readPersonRow } from './person-row.ts';
import { readRows } from './read-rows.server.ts';

export type ScannedFile =
  | { kind: 'scanned'; facts: PeopleFacts; contradictions: Contradictions; headers: readonly string[] }
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
    if (part.kind === 'row') ifPerson(part.cells, file.columns, (row) => facts.add(part.line, row));
  }
  const contradictions = new Contradictions(facts);
  if (facts.contradicted.size > 0) {
    for await (const part of readRows(chunksOf(db, workspace, file.importId))) {
      if (part.kind === 'row')
        ifPerson(part.cells, file.columns, (row) => contradictions.add(part.line, row));
    }
  }
  return { kind: 'scanned', facts, contradictions, headers };
}

function ifPerson(cells: readonly string[], columns: PersonColumns, take: (row: PersonRow) => void): void {
  const read = readPersonRow(cells, columns);
  if (read.kind === 'person') take(read.person);
}
