import { writeCsv } from '#app/platform/safe-csv.ts';
import type { OpenResponses } from '#app/results/wire/open-responses.server.ts';
import {
  columnName,
  type QuestionColumn,
  RESPONSE_COLUMNS,
  type ResponseOut,
  toCells,
} from '#app/results/wire/response-wire.ts';

/** The responses as text, in pieces. A line per response, and no line that stands for several. */
export function writeResponses(
  { rows, questionColumns }: OpenResponses,
  format: 'ndjson' | 'csv',
): AsyncGenerator<string, void, undefined> {
  if (format === 'ndjson') return writeLines(rows);
  return writeCsv([...RESPONSE_COLUMNS, ...questionColumns.map(columnName)], toRows(rows, questionColumns));
}

/** Lines are joined into pieces of about this many characters before they are handed on. */
const PIECE = 16 * 1024;

async function* writeLines(rows: AsyncIterable<ResponseOut>): AsyncGenerator<string, void, undefined> {
  let piece = '';
  for await (const row of rows) {
    piece += `${JSON.stringify(row)}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

async function* toRows(rows: AsyncIterable<ResponseOut>, questionColumns: readonly QuestionColumn[]) {
  for await (const row of rows) yield toCells(row, questionColumns);
}
