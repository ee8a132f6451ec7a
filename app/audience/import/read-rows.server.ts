import { decodeFile } from './decode-file.ts';
import { IMPORT_LIMITS, type ImportLimits } from './import-limits.ts';
import { type ReadPart, refuseFile } from './read-part.ts';
import { RowTable } from './row-table.ts';

/** After so many rows the event loop gets a turn, so that other requests are answered during an import. */
const ROWS_A_TURN = 200;

/** Reads a CSV file from its bytes, row by row, at the pace of whoever asks. Nothing but one slice is held. */
export async function* readRows(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: ImportLimits = IMPORT_LIMITS,
): AsyncGenerator<ReadPart> {
  const table = new RowTable(limits);
  let sinceTurn = 0;
  for await (const decoded of decodeFile(chunks, limits.bytes)) {
    if (decoded.kind === 'encoding') table.encoding = decoded;
    if (decoded.kind === 'failed') return yield refuseFile(table.line, decoded.code, decoded.sentence);
    if (decoded.kind !== 'text') continue;
    for (const part of table.read(decoded.text)) {
      yield part;
      if (part.kind === 'refused') return;
      sinceTurn += 1;
      if (sinceTurn % ROWS_A_TURN === 0) await turn();
    }
    await turn();
  }
  yield* table.finish();
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
