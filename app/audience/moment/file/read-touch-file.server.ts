import { unguardCell } from '#app/platform/safe-csv.ts';
import { oneLine } from '../../import/cell-text.ts';
import { readRows } from '../../import/read-rows.server.ts';
import { findTouchColumns, TOUCH_COLUMNS } from './touch-columns.ts';
import { type SetAside, TOUCH_FILE, type TouchRow } from './touch-file.ts';

export type ReadTouchFile =
  | { kind: 'read'; rows: TouchRow[]; setAside: SetAside[]; names: readonly string[]; ignored: string[] }
  | { kind: 'refused'; message: string };

/** Reads a whole file of touches, or says in a sentence why it can't be read. */
export async function readTouchFile(bytes: Uint8Array): Promise<ReadTouchFile> {
  const rows: TouchRow[] = [];
  const setAside: SetAside[] = [];
  let names: readonly string[] = [];
  let found: ReturnType<typeof findTouchColumns> = { kind: 'refused', message: 'The file is empty.' };
  for await (const part of readRows([bytes], TOUCH_FILE)) {
    if (part.kind === 'refused') return { kind: 'refused', message: part.sentence };
    if (part.kind === 'header') {
      names = part.names;
      found = findTouchColumns(names);
      if (found.kind === 'refused') return found;
    }
    if (part.kind === 'reject') setAside.push({ ...part, reason: part.reason.sentence });
    if (part.kind === 'row' && found.kind === 'found') {
      const { at } = found;
      const said = TOUCH_COLUMNS.map((column) => [column, oneLine(unguardCell(part.cells[at[column]]!))]);
      rows.push({ ...part, said: Object.fromEntries(said) as TouchRow['said'] });
    }
  }
  if (found.kind === 'refused') return found;
  return { kind: 'read', rows, setAside, names, ignored: found.ignored };
}
