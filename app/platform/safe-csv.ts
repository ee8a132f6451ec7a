/** What a cell may be. A number is written as a number; text is guarded, because text may come from anyone. */
export type CsvCell = string | number | bigint | boolean | null | undefined;

export type CsvOptions = {
  readonly separator?: ',' | ';' | '\t';
  /** The byte-order mark by which Excel knows UTF-8. Default true. */
  readonly mark?: boolean;
  /** Writes text as it is, for a program that reads it back. Never for a file that a spreadsheet opens. */
  readonly raw?: boolean;
};

/** Rows are joined into pieces of about this many characters before they are handed on. */
const PIECE = 16 * 1024;

/** Writes CSV (RFC 4180, CRLF) piece by piece, never faster than it is read. The header row is guarded like any other. */
export async function* writeCsv(
  header: readonly string[],
  rows: AsyncIterable<readonly CsvCell[]> | Iterable<readonly CsvCell[]>,
  options: CsvOptions = {},
): AsyncGenerator<string> {
  let piece = (options.mark === false ? '' : '\uFEFF') + csvRow(header, options);
  for await (const row of rows) {
    piece += csvRow(row, options);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** One row with its line end. */
export function csvRow(cells: readonly CsvCell[], options: CsvOptions = {}): string {
  const written = cells.map((cell) => writeCell(cell, options.raw === true));
  // A row of one empty cell would be an empty line, which readers pass over.
  if (written.length === 1 && written[0] === '') return '""\r\n';
  return `${written.join(options.separator ?? ',')}\r\n`;
}

/**
 * A spreadsheet takes text that starts like a formula for a formula; an apostrophe in front stops it.
 * Apostrophes already in front of one get another, so that `unguardCell` gives back exactly what was written.
 */
export function guardCell(text: string): string {
  return LIKE_A_FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && LIKE_A_FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

// Blanks before the sign are looked through: some spreadsheets trim them first.
const LIKE_A_FORMULA = /^'*[ \u00A0\u200B\u3000\uFEFF]*[=+\-@\t\r\n\0＝＋－＠]/;

function writeCell(cell: CsvCell, raw: boolean): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = raw ? cell : guardCell(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Every usual separator counts, since nobody knows with which one the file will be opened.
const NEEDS_QUOTES = /[",;\t|\r\n]|^\s|\s$/;
