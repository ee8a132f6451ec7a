import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import readExcel, { readSheet } from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { DECLINED_CELL, type Table } from '../table.ts';
import { toParquet } from './parquet-file.server.ts';
import { toCsv, toNdjson } from './text-files.ts';
import { toXlsx } from './xlsx-file.server.ts';

const WORDS = [
  { key: 'o1', label: 'Price' },
  { key: 'o2', label: '=Speed' },
];

const table = (rows: Table['rows']): Table => ({
  columns: [
    { key: 'persona', label: 'Persona', kind: 'text' },
    { key: 'buyer.q1', label: 'Buyer: Recommend?', kind: 'whole' },
    { key: 'buyer.q2', label: '=Buyer: Why?', kind: 'several', words: WORDS },
    { key: 'buyer.q3', label: 'Buyer: Words', kind: 'text' },
    { key: 'on', label: 'On', kind: 'day' },
    { key: 'seats', label: 'Seats', kind: 'number' },
  ],
  rows,
});

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'];
const ROWS = [
  ['Buyer', 9, ['o1', 'o2'], '=HYPERLINK("http://x","y")', '2026-11-02', 1.5],
  ['Buyer', DECLINED_CELL, null, 'a <b> & "c"\n\u0007 _x0041_ \ud800', null, null],
  ...FORMULAS.map((text) => ['Buyer', 0, ['o1'], text, '2026-11-03', -3]),
] as const;

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test('a workbook is read back by another reader: numbers as numbers, texts as texts, and no formula', async () => {
  const bytes = await bytesOf(toXlsx([{ name: 'Data', table: table(ROWS) }]));
  const [labels, keys, first, second, ...formulas] = await readSheet(bytes, 'Data');
  expect(labels).toEqual(['Persona', 'Buyer: Recommend?', '=Buyer: Why?', 'Buyer: Words', 'On', 'Seats']);
  expect(keys).toEqual(['persona', 'buyer.q1', 'buyer.q2', 'buyer.q3', 'on', 'seats']);
  expect(first).toEqual(['Buyer', 9, 'Price; =Speed', '=HYPERLINK("http://x","y")', '2026-11-02', 1.5]);
  expect(second!.slice(0, 2)).toEqual(['Buyer', 'declined']);
  expect(formulas.map((row) => row[1])).toEqual(FORMULAS.map(() => 0));
  expect(formulas.map((row) => String(row[3]).trim())).toEqual(FORMULAS.map((text) => text.trim()));
  expect(bytes.includes('<f>')).toBe(false);
});

test('a table that outgrows a sheet goes on in the next one, under its heading again', async () => {
  const rows = Array.from({ length: 7 }, (_, at) => ['Buyer', at, null, null, null, null]);
  const bytes = await bytesOf(
    toXlsx(
      [
        { name: 'Data', table: table(rows) },
        { name: 'More', table: table([]) },
      ],
      5,
    ),
  );
  const sheets = await readExcel(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Data', 'Data 2', 'Data 3', 'More']);
  expect(sheets.flatMap(({ data }) => data.slice(2).map((row) => row[1]))).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('Parquet is read back by another reader, with types, ticks and what they did not say', async () => {
  const bytes = await bytesOf(toParquet(table(ROWS), 'Scores are comparable only within one persona.'));
  const file = new Uint8Array(bytes).buffer;
  const [first, second] = await parquetReadObjects({ file });
  expect(first).toEqual({
    persona: 'Buyer',
    'buyer.q1': 9,
    'buyer.q2': 'o1; o2',
    'buyer.q2.is.o1': true,
    'buyer.q2.is.o2': true,
    'buyer.q3': '=HYPERLINK("http://x","y")',
    on: new Date('2026-11-02'),
    seats: 1.5,
    declined: null,
  });
  expect(second).toMatchObject({ 'buyer.q1': null, 'buyer.q2.is.o1': null, declined: 'buyer.q1' });
  const { num_rows, key_value_metadata } = parquetMetadata(file);
  expect(Number(num_rows)).toBe(ROWS.length);
  expect(key_value_metadata).toContainEqual({
    key: 'readme',
    value: 'Scores are comparable only within one persona.',
  });
});

test('Parquet without a row is a file all the same', async () => {
  const bytes = await bytesOf(toParquet(table([]), ''));
  expect(await parquetReadObjects({ file: new Uint8Array(bytes).buffer })).toEqual([]);
});

test('CSV guards every text that looks like a formula, and leaves numbers alone', async () => {
  const text = (await bytesOf(toCsv(table(ROWS)))).toString();
  expect(text.split('\r\n')[0]).toBe('\uFEFFpersona,buyer.q1,buyer.q2,buyer.q3,on,seats');
  expect(text).toContain(`Buyer,9,"o1; o2","'=HYPERLINK(""http://x"",""y"")",2026-11-02,1.5\r\n`);
  expect(text).toContain(",'+1,2026-11-03,-3\r\n");
});

test('NDJSON leaves out what was not answered, and lists what was ticked', async () => {
  const lines = (await bytesOf(toNdjson(table(ROWS)))).toString().trimEnd().split('\n');
  expect(JSON.parse(lines[0]!)).toMatchObject({ persona: 'Buyer', 'buyer.q1': 9, 'buyer.q2': ['o1', 'o2'] });
  expect(JSON.parse(lines[1]!)).toEqual({ persona: 'Buyer', 'buyer.q1': 'declined', 'buyer.q3': ROWS[1][3] });
});
