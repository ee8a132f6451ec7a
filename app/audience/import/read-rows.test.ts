import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvRow } from '#app/platform/safe-csv.ts';
import { headerOf, lastOf, readAll, repeated, rowsOf, utf8 } from '#tests/support/read-all-rows.ts';
import { IMPORT_LIMITS } from './import-limits.ts';

describe('a file is read as it is written', () => {
  test('a row knows the physical line where it starts, past quoted line breaks, blank lines and mixed line ends', async () => {
    const parts = await readAll('Name,Note\r\n"Ruth","two\r\nlines"\n\n\rKofi,x\r"Noor",""\n,\n Ada ,y');
    expect(parts.filter((part) => part.kind === 'row')).toEqual([
      { kind: 'row', line: 2, cells: ['Ruth', 'two\r\nlines'] },
      { kind: 'row', line: 6, cells: ['Kofi', 'x'] },
      { kind: 'row', line: 7, cells: ['Noor', ''] },
      { kind: 'row', line: 9, cells: [' Ada ', 'y'] },
    ]);
    expect(lastOf(parts)).toEqual({ kind: 'end', rows: 4, rejects: 0 });
  });

  test.each([
    ['Name;Wert\nRuth;1,5\nKofi;2,5', ';'],
    ['Name\tNote\nRuth\ta, b; c', '\t'],
    ['Name|Note\nRuth|x', '|'],
    ['Name,Note\n"Achterberg; Ruth",x\n"Mensah; Kofi",y', ','],
    ['"Last; first","a;b"\n"x","y"', ','],
    ['Name\nRuth', ','],
    ['sep=;\r\nName;Note\r\nRuth;x', ';'],
  ])('the separator of %j is found outside quotes', async (text, separator) => {
    expect(headerOf(await readAll(text))).toMatchObject({ separator });
  });

  test("Excel's own first line is no row, and still counts as a line", async () => {
    const parts = await readAll('sep=;\r\nName;Note\r\nRuth;x');
    expect(parts.slice(0, 2)).toMatchObject([
      { names: ['Name', 'Note'], line: 2 },
      { line: 3, cells: ['Ruth', 'x'] },
    ]);
  });

  test('cells that a guarded export wrote come back as they were', async () => {
    const hostile = ['=1+1', '+49 30', '-x', '@a', '\tq', "'=2", "''@", '＝1', 'plain', "O'Hara"];
    const text = csvRow(hostile.map((_, at) => `c${at}`)) + csvRow(hostile);
    expect(rowsOf(await readAll(text))).toEqual([hostile]);
  });

  test('trailing separators past the names are passed over, missing cells are not invented', async () => {
    const parts = await readAll('Name,Mail,,\nRuth,r@x.example,,,,\nKofi\nNoor,n@x.example');
    expect(parts.slice(1)).toMatchObject([
      { kind: 'row', cells: ['Ruth', 'r@x.example', '', ''] },
      {
        kind: 'reject',
        line: 3,
        reason: { code: 'CELL_COUNT', sentence: 'This row has 1 cell, the columns have 2 names.' },
      },
      { kind: 'row', cells: ['Noor', 'n@x.example', '', ''] },
      { kind: 'end', rows: 2, rejects: 1 },
    ]);
  });
});

describe('one bad row never blocks the others', () => {
  test.each([
    ['a,b,c', 'CELL_COUNT'],
    ['"a"x,b', 'TEXT_AFTER_QUOTE'],
    [`${'l'.repeat(2001)},b`, 'CELL_TOO_LONG'],
    ['a\0,b', 'NUL_CHARACTER'],
    [`${','.repeat(1_000_000)}z`, 'CELL_COUNT'],
  ])('row %#: %.20j', async (bad, code) => {
    const parts = await readAll(`Name,Note\nRuth,1\n${bad}\nKofi,2\n`);
    expect(parts.filter((part) => part.kind === 'reject')).toMatchObject([{ line: 3, reason: { code } }]);
    expect(rowsOf(parts)).toEqual([
      ['Ruth', '1'],
      ['Kofi', '2'],
    ]);
    expect(lastOf(parts)).toEqual({ kind: 'end', rows: 2, rejects: 1 });
  });

  test('a quote inside a plain cell is a quote, as in 5" pipe', async () => {
    expect(rowsOf(await readAll('Name,Note\n5" pipe,x\n"say ""so""" ,y'))).toEqual([
      ['5" pipe', 'x'],
      ['say "so" ', 'y'],
    ]);
  });

  test('a cell of exactly 2,000 characters is taken', async () => {
    expect(lastOf(await readAll(`A,B\n${'l'.repeat(2000)},b`))).toEqual({ kind: 'end', rows: 1, rejects: 0 });
  });
});

describe('a file that cannot be read is refused with a line and a way out', () => {
  test.each<[string, string | Uint8Array, number, string]>([
    ['an unclosed quote', 'A,B\nx,y\nz,"never\ncloses\n', 3, 'UNCLOSED_QUOTE'],
    ['an empty file', '', 1, 'EMPTY'],
    ['blank lines only', '\n\r\n , \n', 1, 'EMPTY'],
    ['names without rows', 'A,B\n', 1, 'NO_ROWS'],
    ['one person and no names', 'Ruth,ruth@halvorsen.example\n', 1, 'NO_HEADER'],
    ['a person where the names belong', 'Ruth,ruth@halvorsen.example\nKofi,kofi@x.example', 1, 'NO_HEADER'],
    ['101 columns', `${Array(101).fill('c').join(',')}\nx`, 1, 'TOO_MANY_COLUMNS'],
    ['a million columns', `${'c,'.repeat(1_000_000)}\nx`, 1, 'TOO_MANY_COLUMNS'],
    ['a NUL among the names', 'A\0,B\nx,y', 1, 'NUL_IN_NAMES'],
    ['a zip renamed .csv', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 9]), 1, 'NOT_TEXT'],
    ['an old Excel workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 1, 'NOT_TEXT'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 1, 2, 3, 0, 0, 0]),
      1,
      'NOT_TEXT',
    ],
    [
      'half a letter at the end',
      new Uint8Array([...utf8(`A,B\n${'x,y\n'.repeat(20_000)}`), 0xc3]),
      20_002,
      'ENCODING',
    ],
  ])('%s', async (_, source, line, code) => {
    const parts = await readAll(source);
    const end = lastOf(parts);
    expect(end).toMatchObject({ kind: 'refused', line, code });
    expect(end).toHaveProperty('sentence', expect.stringMatching(new RegExp(`^Line ${line}: .+\\.$`)));
    expect(parts.filter((part) => part.kind === 'refused')).toHaveLength(1);
  });

  test('row 100,001 ends the reading, at its line', async () => {
    const parts = await readAll([utf8('A\n'), ...repeated('x\n', 100_001)]);
    expect(rowsOf(parts)).toHaveLength(100_000);
    expect(lastOf(parts)).toMatchObject({ kind: 'refused', code: 'TOO_MANY_ROWS', line: 100_002 });
  });

  test('letters past the head that are no UTF-8 are named with their line, never replaced', async () => {
    const good = utf8(`Name,Note\n${'Zoë,x\n'.repeat(30_000)}`);
    const parts = await readAll([good, new Uint8Array([0x52, 0x65, 0x6e, 0xe9, 0x2c, 0x78, 0x0a])]);
    expect(lastOf(parts)).toMatchObject({ kind: 'refused', code: 'ENCODING', line: 30_002 });
    expect(rowsOf(parts).flat().join()).not.toContain('\uFFFD');
  });

  test('a head that is mostly UTF-8 with one foreign letter is not taken for Windows-1252', async () => {
    const parts = await readAll([
      utf8('Name,Note\nZoë,x\nJosé,y\n'),
      new Uint8Array([0xe9, 0x2c, 0x78, 0x0a]),
    ]);
    expect(parts).toMatchObject([{ kind: 'refused', code: 'ENCODING' }]);
  });
});

describe('real files', () => {
  test('the Stack Overflow sample: 1,000 rows of 28 columns', async () => {
    const parts = await readAll(createReadStream('tests/reference/so2025_sample.csv'));
    expect(headerOf(parts)).toMatchObject({ separator: ',', encoding: 'utf-8' });
    expect(lastOf(parts)).toEqual({ kind: 'end', rows: 1000, rejects: 0 });
    const influence = headerOf(parts)?.names.indexOf('PurchaseInfluence') ?? -1;
    expect(rowsOf(parts).filter((row) => row[influence] === 'No')).toHaveLength(444);
  });

  test('a survey tool writes two rows of names; the question stands once and its choices below', async () => {
    const parts = await readAll(
      'What is your role?,,Which help?,,\nResponse,Other (please specify),Blogs,Events,None\nEngineer,,Blogs,,\n',
    );
    expect(headerOf(parts)).toMatchObject({
      names: [
        'What is your role?',
        'What is your role?: Other (please specify)',
        'Which help?: Blogs',
        'Which help?: Events',
        'Which help?: None',
      ],
    });
    expect(rowsOf(parts)).toEqual([['Engineer', '', 'Blogs', '', '']]);
  });

  test('a first row of answers is not taken for names', async () => {
    expect(rowsOf(await readAll('Name,Response\nRuth,yes\nKofi,no'))).toHaveLength(2);
  });
});

test('the limits are those that the help page names', () => {
  expect(IMPORT_LIMITS).toEqual({ bytes: 10_485_760, rows: 100_000, columns: 100, cell: 2_000 });
});
