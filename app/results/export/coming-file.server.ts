import type { ExportFormat } from './export-job.ts';
import { toParquet } from './file/parquet-file.server.ts';
import { toCsv, toNdjson, toText } from './file/text-files.ts';
import { type Sheet, toXlsx } from './file/xlsx-file.server.ts';
import { proseTable } from './readme.ts';
import type { Table } from './table.ts';

/** A file that is still to be written: its bytes are made as they are asked for, once. */
export interface ComingFile {
  name: string;
  rows(): number;
  bytes: AsyncIterable<Uint8Array>;
}

/** A table as a file of this format; a workbook begins with what a reader must know. */
export function fileOf(
  stem: string,
  format: ExportFormat,
  { columns, rows }: Table,
  readme: readonly string[],
  beside: readonly Sheet[] = [],
): ComingFile {
  let count = 0;
  const counted = async function* () {
    for await (const row of rows) {
      count += 1;
      yield row;
    }
  };
  const table = { columns, rows: counted() };
  return { name: `${stem}.${format}`, rows: () => count, bytes: encode(format, table, readme, beside) };
}

function encode(
  format: ExportFormat,
  table: Table,
  readme: readonly string[],
  beside: readonly Sheet[],
): AsyncGenerator<Uint8Array> {
  switch (format) {
    case 'csv':
      return toCsv(table);
    case 'ndjson':
      return toNdjson(table);
    case 'parquet':
      return toParquet(table, readme.join('\n'));
    case 'xlsx':
      return toXlsx([
        { name: 'Read me', table: proseTable(readme), headed: false },
        { name: 'Data', table },
        ...beside,
      ]);
    case 'json':
      throw new TypeError('Rows are written as NDJSON.');
    default:
      return format satisfies never;
  }
}

export function prose(readme: readonly string[]): ComingFile {
  return { name: 'README.txt', rows: () => 0, bytes: toText(`${readme.join('\r\n')}\r\n`) };
}
