import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CsvCell, csvRow, guardCell, unguardCell, writeCsv } from './safe-csv.ts';

async function written(header: string[], rows: Iterable<readonly CsvCell[]>, options = {}): Promise<string> {
  let text = '';
  for await (const piece of writeCsv(header, rows, options)) text += piece;
  return text;
}

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '＝1',
  '＋1',
  '－1',
  '＠a',
  ' =1',
  '\u00A0=1',
  "'=1",
])('text that a spreadsheet could take for a formula gets an apostrophe: %j', (text) => {
  expect(guardCell(text)).toBe(`'${text}`);
});

test('a guarded text is given back exactly, whatever it was', () => {
  const unit = fc.constantFrom("'", '=', '+', ' ', '\t', '\0', '＝', 'a', '"');
  fc.assert(fc.property(fc.string({ unit, maxLength: 6 }), (text) => unguardCell(guardCell(text)) === text));
});

test('ordinary text stays as it is, an apostrophe in a name as well', () => {
  for (const text of ["'tis", "O'Hara", 'a=b', '', '9', 'müller@halvorsen.example']) {
    expect(guardCell(text)).toBe(text);
    expect(unguardCell(text)).toBe(text);
  }
});

test('numbers are numbers, text is guarded, the header row too, and the mark comes first', async () => {
  expect(
    await written(
      ['Persona', '=evil()'],
      [
        ['Buyer', -36.4],
        [null, '-36.4'],
        [true, 12n],
      ],
    ),
  ).toBe("\uFEFFPersona,'=evil()\r\nBuyer,-36.4\r\n,'-36.4\r\ntrue,12\r\n");
});

test('quotes, any usual separator, line breaks and outer blanks are quoted', () => {
  expect(csvRow(['say "so"', 'a;b', 'a,b', 'a\tb', 'a\nb', ' a', 'plain'])).toBe(
    '"say ""so""","a;b","a,b","a\tb","a\nb"," a",plain\r\n',
  );
});

test('a lone empty cell is still a row', () => {
  expect(csvRow([''])).toBe('""\r\n');
});

test('raw text is only quoted, for a program that reads it back', () => {
  expect(csvRow(['=1', 'a;b'], { raw: true, separator: ';' })).toBe('=1;"a;b"\r\n');
});

test('a long export is handed on in pieces, and rows are only made as they are read', async () => {
  let made = 0;
  function* rows() {
    for (; made < 100_000; made += 1) yield ['x'.repeat(100)];
  }
  const pieces = writeCsv(['A'], rows());
  await pieces.next();
  expect(made).toBeLessThan(300);
  await pieces.return(undefined);
});
