import { writeCsv } from '#app/platform/safe-csv.ts';
import { type Cell, isDeclined, plainCell, type Table, type TableColumn } from '../table.ts';

const encoder = new TextEncoder();

/** CSV with one line of stable keys above the rows; texts that look like formulas are guarded. */
export async function* toCsv({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const header = columns.map(({ key }) => key);
  for await (const piece of writeCsv(header, cellsOf(columns, rows))) yield encoder.encode(piece);
}

async function* cellsOf(columns: readonly TableColumn[], rows: Table['rows']) {
  for await (const row of rows) yield columns.map((column, at) => plainCell(column, row[at] ?? null, false));
}

/** Lines are joined into pieces of about this many characters before they are handed on. */
const PIECE = 16 * 1024;

/** A JSON object a line; what was not asked or not answered is left out of it. */
export async function* toNdjson({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  let piece = '';
  for await (const row of rows) {
    piece += `${JSON.stringify(toObject(columns, row))}\n`;
    if (piece.length < PIECE) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  if (piece !== '') yield encoder.encode(piece);
}

function toObject(columns: readonly TableColumn[], row: readonly Cell[]): Record<string, unknown> {
  // No prototype: a key of a question is whatever its author called it.
  const object: Record<string, unknown> = Object.create(null);
  for (const [at, { key }] of columns.entries()) {
    const cell = row[at] ?? null;
    if (cell !== null) object[key] = isDeclined(cell) ? 'declined' : cell;
  }
  return object;
}

export async function* toText(text: string): AsyncGenerator<Uint8Array> {
  yield encoder.encode(text);
}
