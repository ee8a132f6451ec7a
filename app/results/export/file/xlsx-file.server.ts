import { type Cell, plainCell, type Table } from '../table.ts';
import { rowXml, SHEET_FOOT, SHEET_ROWS, sheetHead, workbookParts } from './sheet-xml.ts';
import { type ZipEntry, zipStream } from './zip-stream.server.ts';

export interface Sheet {
  name: string;
  table: Table;
  /** Off for a sheet of prose, whose columns have no names. */
  headed?: boolean;
}

/**
 * A workbook whose rows are never together in memory. Above the rows of a table stand the labels, and below them the stable
 * keys; a table that outgrows a sheet goes on in further ones: “Answers”, “Answers 2”.
 */
export function toXlsx(sheets: readonly Sheet[], mostRows: number = SHEET_ROWS): AsyncGenerator<Uint8Array> {
  return zipStream(entriesOf(sheets, mostRows));
}

async function* entriesOf(sheets: readonly Sheet[], mostRows: number): AsyncGenerator<ZipEntry> {
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = await Coming.of(sheet.table.rows);
    for (let part = 1; part === 1 || rows.next !== undefined; part += 1) {
      names.push(part === 1 ? sheet.name : `${sheet.name} ${part}`);
      yield { name: `xl/worksheets/sheet${names.length}.xml`, bytes: sheetXml(sheet, rows, mostRows) };
    }
  }
  for (const [name, xml] of workbookParts(names)) yield { name, bytes: once(xml) };
}

async function* sheetXml(sheet: Sheet, rows: Coming, mostRows: number): AsyncGenerator<Uint8Array> {
  const { columns } = sheet.table;
  const head = headOf(sheet);
  let xml = sheetHead(head.length) + head.map((cells, at) => rowXml(at + 1, cells, 2)).join('');
  for (let number = head.length + 1; number <= mostRows && rows.next; number += 1) {
    const row = rows.next;
    xml += rowXml(
      number,
      columns.map((column, at) => plainCell(column, row[at] ?? null, true)),
    );
    await rows.goOn();
    if (xml.length < PIECE) continue;
    yield encoder.encode(xml);
    xml = '';
  }
  yield encoder.encode(xml + SHEET_FOOT);
}

/** Rows of which the next one is known, so that no empty sheet is begun. */
class Coming {
  readonly #rows: AsyncIterator<readonly Cell[]>;
  next: readonly Cell[] | undefined;

  private constructor(rows: AsyncIterator<readonly Cell[]>) {
    this.#rows = rows;
  }

  static async of(rows: Table['rows']): Promise<Coming> {
    const iterate = async function* () {
      yield* rows;
    };
    const coming = new Coming(iterate());
    await coming.goOn();
    return coming;
  }

  async goOn(): Promise<void> {
    const { done, value } = await this.#rows.next();
    this.next = done ? undefined : value;
  }
}

const encoder = new TextEncoder();
const PIECE = 32 * 1024;

function headOf({ table, headed = true }: Sheet): string[][] {
  return headed ? [table.columns.map(({ label }) => label), table.columns.map(({ key }) => key)] : [];
}

async function* once(xml: string): AsyncGenerator<Uint8Array> {
  yield encoder.encode(xml);
}
