import { ByteWriter, type ColumnSource, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { type Cell, isDeclined, type Table, type TableColumn } from '../table.ts';

/** Rows that are in memory together; each group is compressed by itself and can be skipped by a reader. */
const GROUP = 10_000;

/**
 * Parquet with a type for each column. What was ticked is a text, and beside it a true or false for each choice
 * (`buyer.q2.is.price`); whoever preferred not to say leaves a blank and is named in `declined`.
 */
export async function* toParquet({ columns, rows }: Table, readme: string): AsyncGenerator<Uint8Array> {
  const parts = [...columns.flatMap(partsOf), declinedPart(columns)];
  const sink = new ByteWriter();
  const kvMetadata = [{ key: 'readme', value: readme }];
  const writer = new ParquetWriter({
    writer: sink,
    schema: schemaOf(parts),
    createdBy: 'Rolecall',
    kvMetadata,
  });
  for await (const group of groupsOf(rows)) {
    const columnData: ColumnSource[] = parts.map(({ name, take }) => ({ name, data: group.map(take) }));
    await writer.write({ columnData, rowGroupSize: GROUP });
    yield taken(sink);
  }
  await writer.finish();
  yield taken(sink);
}

type Row = readonly Cell[];

interface Part {
  name: string;
  element: Omit<SchemaElement, 'name'>;
  take(row: Row): unknown;
}

function schemaOf(parts: readonly Part[]): SchemaElement[] {
  const root = { name: 'root', num_children: parts.length };
  return [
    root,
    ...parts.map(({ name, element }) => ({ name, repetition_type: 'OPTIONAL' as const, ...element })),
  ];
}

const TYPES = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  several: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  whole: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
  moment: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const satisfies Record<TableColumn['kind'], Omit<SchemaElement, 'name'>>;

function partsOf(column: TableColumn, at: number): Part[] {
  const { key: name, kind, words = [] } = column;
  const own: Part = { name, element: TYPES[kind], take: (row) => cellValue(column, row[at] ?? null) };
  if (kind !== 'several') return [own];
  const ticks = words.map(({ key }): Part => {
    const isTicked = (cell: Cell) => (Array.isArray(cell) ? cell.includes(key) : null);
    return {
      name: `${name}.is.${key}`,
      element: { type: 'BOOLEAN' },
      take: (row) => isTicked(row[at] ?? null),
    };
  });
  return [own, ...ticks];
}

function cellValue({ kind }: TableColumn, cell: Cell): unknown {
  if (cell === null || isDeclined(cell)) return null;
  if (kind === 'day' || kind === 'moment') return new Date(cell as string);
  return Array.isArray(cell) ? cell.join('; ') : cell;
}

function declinedPart(columns: readonly TableColumn[]): Part {
  const take = (row: Row) => {
    const declined = columns.filter((_, at) => isDeclined(row[at] ?? null)).map(({ key }) => key);
    return declined.length > 0 ? declined.join('; ') : null;
  };
  return { name: 'declined', element: TYPES.text, take };
}

async function* groupsOf(rows: Table['rows']): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What was written so far, which the writer then has no more of. */
function taken(sink: ByteWriter): Uint8Array {
  const bytes = sink.getBytes().slice();
  sink.index = 0;
  return bytes;
}
