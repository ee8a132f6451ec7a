import { decodeFile } from '#app/audience/import/decode-file.ts';
import { IMPORT_LIMITS, type ImportLimits } from '#app/audience/import/import-limits.ts';
import { separatorLine, sniffSeparator } from '#app/audience/import/sniff-separator.ts';
import { type RawRow, RowSplitter } from '#app/audience/import/split-rows.ts';
import { csvRow, unguardCell } from '#app/platform/safe-csv.ts';
import { type KeptTexts, keptAt } from '../kept-text.ts';
import { languageName, readTag } from '../language.ts';
import type { Original } from '../original.ts';
import { MOST_BYTES, type ReadEntries, refuseFile, type TextEntry } from './text-entry.ts';

export const CSV_MARK = '\uFEFF';
const LIMITS: ImportLimits = { ...IMPORT_LIMITS, bytes: MOST_BYTES, rows: 20_000, columns: 20, cell: 4000 };

/** The texts of a survey for a spreadsheet: place, original, translation. */
export function writeTranslationCsv(
  languages: { source: string; target: string },
  originals: readonly Original[],
  texts: KeptTexts,
): string {
  const head = ['Place', `Original (${languages.source})`, `Translation (${languages.target})`];
  const rows = originals.map(({ place, text }) => [place, text, keptAt(texts, place)?.text ?? '']);
  return CSV_MARK + [head, ...rows].map((row) => csvRow(row)).join('');
}

/** Reads such a file again, as a spreadsheet saved it: any usual encoding and separator, columns in any order. */
export async function readTranslationCsv(bytes: Uint8Array, target: string): Promise<ReadEntries> {
  let text = '';
  for await (const part of decodeFile([bytes], LIMITS.bytes)) {
    if (part.kind === 'failed') return refuseFile(part.sentence);
    if (part.kind === 'text') text += part.text;
  }
  const rows = splitRows(text);
  if (!rows) return refuseFile('A quotation mark in the file is never closed. Save it as CSV again.');
  const [head = [], ...others] = rows;
  const columns = findColumns(head);
  if (!columns) return refuseFile(NO_COLUMNS);
  const tag = readTag(/\(([^)]*)\)\s*$/.exec(head[columns.text] ?? '')?.[1] ?? '');
  if (tag !== null && tag !== target)
    return refuseFile(
      `The file is in ${languageName(tag, 'en')}, and this page is ${languageName(target, 'en')}.`,
    );
  return { kind: 'read', entries: others.flatMap((row) => entryOf(row, columns)) };
}

const NO_COLUMNS =
  'The first row has to name the columns Place, Original and Translation. Bring an XLIFF file, or a CSV that was exported here.';

function splitRows(text: string): string[][] | null {
  const said = separatorLine(text);
  const splitter = new RowSplitter(sniffSeparator(text.slice(0, 64 * 1024), LIMITS), LIMITS);
  const rows: RawRow[] = [...splitter.push(said ? text.slice(said.length) : text)];
  const last = splitter.finish();
  if (last.kind === 'unclosed') return null;
  if (last.kind === 'row') rows.push(last.row);
  return rows.slice(0, LIMITS.rows).map(({ cells }) => cells.map(unguardCell));
}

interface Columns {
  place: number;
  original: number;
  text: number;
}

function findColumns(head: readonly string[]): Columns | null {
  const at = (word: string) => head.findIndex((name) => name.trim().toLowerCase().startsWith(word));
  const columns = { place: at('place'), original: at('original'), text: at('translation') };
  return Object.values(columns).includes(-1) ? null : columns;
}

function entryOf(row: readonly string[], { place, original, text }: Columns): TextEntry[] {
  const found = row[place]?.trim();
  if (!found) return [];
  return [{ place: found, original: row[original] ?? '', text: row[text] ?? '', isDone: false }];
}
