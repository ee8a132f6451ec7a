import { createReadStream } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow, writeCsv } from '#app/platform/safe-csv.ts';
import { IMPORT_LIMITS } from './import-limits.ts';
import type { ReadPart } from './read-part.ts';
import { readRows } from './read-rows.server.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(source: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>) {
  const bytes = typeof source === 'string' ? utf8(source) : source;
  const parts: ReadPart[] = [];
  for await (const part of readRows(bytes instanceof Uint8Array ? [bytes] : bytes)) parts.push(part);
  return parts;
}

const last = (parts: ReadPart[]) => parts[parts.length - 1];
const rowsOf = (parts: ReadPart[]) => parts.flatMap((part) => (part.kind === 'row' ? [part.cells] : []));
const headerOf = (parts: ReadPart[]) => parts.find((part) => part.kind === 'header');

function* repeated(text: string, times: number, every = 10_000): Generator<Uint8Array> {
  const block = utf8(text.repeat(every));
  for (let done = 0; done < times; done += every) {
    yield done + every <= times ? block : utf8(text.repeat(times - done));
  }
}

function* opened(): Generator<Uint8Array> {
  yield utf8('A,B\nx,"');
  yield* repeated('a\n', 5_000_000, 100_000);
}

/** Megabytes of resident memory that a piece of work adds, looked at between its steps. */
async function memoryOf(work: (look: () => void) => Promise<void>): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  await work(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  });
  return (peak - before) / 1024 / 1024;
}

/** The longest time, in ms, that other work had to wait for its turn; the last wait counts, finished or not. */
function watchEventLoop(): () => number {
  let longest = 0;
  let since = performance.now();
  let watching = true;
  const look = () => {
    longest = Math.max(longest, performance.now() - since);
    since = performance.now();
    if (watching) setImmediate(look);
  };
  setImmediate(look);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - since);
  };
}

describe('a file is read as it is written', () => {
  test('a row knows the physical line where it starts, past quoted line breaks, blank lines and mixed line ends', async () => {
    const parts = await read('Name,Note\r\n"Ruth","two\r\nlines"\n\n\rKofi,x\r"Noor",""\n,\n Ada ,y');
    expect(parts.filter((part) => part.kind === 'row')).toEqual([
      { kind: 'row', line: 2, cells: ['Ruth', 'two\r\nlines'] },
      { kind: 'row', line: 6, cells: ['Kofi', 'x'] },
      { kind: 'row', line: 7, cells: ['Noor', ''] },
      { kind: 'row', line: 9, cells: [' Ada ', 'y'] },
    ]);
    expect(last(parts)).toEqual({ kind: 'end', rows: 4, rejects: 0 });
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
    expect(headerOf(await read(text))).toMatchObject({ separator });
  });

  test("Excel's own first line is no row, and still counts as a line", async () => {
    const parts = await read('sep=;\r\nName;Note\r\nRuth;x');
    expect(parts.slice(0, 2)).toMatchObject([
      { names: ['Name', 'Note'], line: 2 },
      { line: 3, cells: ['Ruth', 'x'] },
    ]);
  });

  test('cells that a guarded export wrote come back as they were', async () => {
    const hostile = ['=1+1', '+49 30', '-x', '@a', '\tq', "'=2", "''@", '＝1', 'plain', "O'Hara"];
    const text = csvRow(hostile.map((_, at) => `c${at}`)) + csvRow(hostile);
    expect(rowsOf(await read(text))).toEqual([hostile]);
  });

  test('trailing separators past the names are passed over, missing cells are not invented', async () => {
    const parts = await read('Name,Mail,,\nRuth,r@x.example,,,,\nKofi\nNoor,n@x.example');
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
    const parts = await read(`Name,Note\nRuth,1\n${bad}\nKofi,2\n`);
    expect(parts.filter((part) => part.kind === 'reject')).toMatchObject([{ line: 3, reason: { code } }]);
    expect(rowsOf(parts)).toEqual([
      ['Ruth', '1'],
      ['Kofi', '2'],
    ]);
    expect(last(parts)).toEqual({ kind: 'end', rows: 2, rejects: 1 });
  });

  test('a quote inside a plain cell is a quote, as in 5" pipe', async () => {
    expect(rowsOf(await read('Name,Note\n5" pipe,x\n"say ""so""" ,y'))).toEqual([
      ['5" pipe', 'x'],
      ['say "so" ', 'y'],
    ]);
  });

  test('a cell of exactly 2,000 characters is taken', async () => {
    expect(last(await read(`A,B\n${'l'.repeat(2000)},b`))).toEqual({ kind: 'end', rows: 1, rejects: 0 });
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
    const parts = await read(source);
    const end = last(parts);
    expect(end).toMatchObject({ kind: 'refused', line, code });
    expect(end).toHaveProperty('sentence', expect.stringMatching(new RegExp(`^Line ${line}: .+\\.$`)));
    expect(parts.filter((part) => part.kind === 'refused')).toHaveLength(1);
  });

  test('row 100,001 ends the reading, at its line', async () => {
    const parts = await read([utf8('A\n'), ...repeated('x\n', 100_001)]);
    expect(rowsOf(parts)).toHaveLength(100_000);
    expect(last(parts)).toMatchObject({ kind: 'refused', code: 'TOO_MANY_ROWS', line: 100_002 });
  });

  test('letters past the head that are no UTF-8 are named with their line, never replaced', async () => {
    const good = utf8(`Name,Note\n${'Zoë,x\n'.repeat(30_000)}`);
    const parts = await read([good, new Uint8Array([0x52, 0x65, 0x6e, 0xe9, 0x2c, 0x78, 0x0a])]);
    expect(last(parts)).toMatchObject({ kind: 'refused', code: 'ENCODING', line: 30_002 });
    expect(rowsOf(parts).flat().join()).not.toContain('\uFFFD');
  });

  test('a head that is mostly UTF-8 with one foreign letter is not taken for Windows-1252', async () => {
    const parts = await read([utf8('Name,Note\nZoë,x\nJosé,y\n'), new Uint8Array([0xe9, 0x2c, 0x78, 0x0a])]);
    expect(parts).toMatchObject([{ kind: 'refused', code: 'ENCODING' }]);
  });
});

describe('hostile files leave memory and the event loop alone', () => {
  test.each<[string, () => Iterable<Uint8Array>, string]>([
    ['one line of 50 MB', () => repeated('a', 50_000_000, 100_000), 'TOO_LARGE'],
    ['one quoted cell of 50 MB', () => repeated('"a', 25_000_000, 50_000), 'TOO_LARGE'],
    ['a quote that opens and lines to the end', () => opened(), 'UNCLOSED_QUOTE'],
    ['doubled quotes all the way', () => repeated('""', 5_000_000, 100_000), 'NO_ROWS'],
    ['ten million empty rows', () => repeated('\n', 10_000_000, 100_000), 'EMPTY'],
    ['five million rows of separators', () => repeated(',\n', 5_000_000, 100_000), 'EMPTY'],
    ['five million one-letter rows', () => repeated('a\n', 5_000_000, 100_000), 'TOO_MANY_ROWS'],
  ])('%s', async (_, source, code) => {
    const longestWait = watchEventLoop();
    let end: ReadPart | undefined;
    const megabytes = await memoryOf(async (look) => {
      for await (const part of readRows(source())) {
        end = part;
        look();
      }
      look();
    });
    const waited = longestWait();
    expect(end).toMatchObject({ kind: 'refused', code });
    expect(megabytes).toBeLessThan(50);
    expect(waited).toBeLessThan(100);
  });

  test('100,000 rows: under 150 MB, no pause over 100 ms, and the reader sets the pace', async () => {
    let produced = 0;
    function* people() {
      yield utf8('Full Name,Work Email,Company,Job Title,Role in deal\n');
      for (let block = 0; block < 100; block += 1) {
        const lines = Array.from({ length: 1000 }, (_, at) => {
          const id = block * 1000 + at;
          return `Zoë "${id}",z${id}@halvorsen.example,"Halvorsen, Freight ${id % 400}",Planner,User\n`;
        });
        produced += 1;
        yield utf8(lines.join(''));
      }
    }
    const longestWait = watchEventLoop();
    let rows = 0;
    let producedAtFirstRow = 0;
    const megabytes = await memoryOf(async (look) => {
      for await (const part of readRows(people())) {
        if (part.kind === 'row') rows += 1;
        if (rows === 1) producedAtFirstRow = produced;
        if (rows % 1000 === 0) look();
      }
    });
    const waited = longestWait();
    expect(rows).toBe(100_000);
    expect(producedAtFirstRow).toBeLessThan(5);
    expect(megabytes).toBeLessThan(150);
    expect(waited).toBeLessThan(100);
  });

  test('whoever stops reading closes the file', async () => {
    let closed = false;
    async function* source() {
      try {
        yield utf8('A\nx\n'.repeat(50_000));
      } finally {
        closed = true;
      }
    }
    for await (const part of readRows(source())) if (part.kind === 'row') break;
    expect(closed).toBe(true);
  });
});

describe('encodings and separators', () => {
  const encoders = {
    'utf-8': (text: string) => utf8(text),
    'utf-8 with a mark': (text: string) => utf8(`\uFEFF${text}`),
    'utf-16le with a mark': (text: string) => wide(`\uFEFF${text}`, true),
    'utf-16be with a mark': (text: string) => wide(`\uFEFF${text}`, false),
  };
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''));
  const tables = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc
      .array(
        fc.array(
          fc.oneof(cell, fc.constantFrom('"', 'a\r\nb', ',;\t|', "'=1", '=1', '\uFEFF', 'مرحبا', '👩‍👧')),
          {
            minLength: width,
            maxLength: width,
          },
        ),
        { minLength: 1, maxLength: 12 },
      )
      .map((rows) => ({ names: Array.from({ length: width }, (_, at) => `Column ${at}`), rows })),
  );

  test.each(Object.entries(encoders))(
    'whatever is written in %s comes back, cut anywhere',
    async (_, encode) => {
      await fc.assert(
        fc.asyncProperty(
          tables,
          fc.constantFrom(',', ';', '\t'),
          fc.integer({ min: 1, max: 97 }),
          async (table, separator, cut) => {
            const options = { separator, mark: false } as const;
            let text = '';
            // A first row of plain words holds the width, as in any real file.
            const rows = [table.names.map(() => 'word'), table.names.map(() => 'word'), ...table.rows];
            for await (const piece of writeCsv(table.names, rows, options)) text += piece;
            const bytes = encode(text);
            const chunks = Array.from({ length: Math.ceil(bytes.length / cut) }, (_, at) =>
              bytes.subarray(at * cut, (at + 1) * cut),
            );
            const parts = await read(chunks);
            const kept = rows.filter((row) => row.some((one) => /[^\s\u200b\u2060\ufeff\u0085]/u.test(one)));
            expect(headerOf(parts)).toMatchObject({ names: table.names, separator });
            expect(rowsOf(parts)).toEqual(kept);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('%s without a mark is known by its NULs', async (encoding, little) => {
    const parts = await read(wide('Name;Note\r\nZoë;naïve\r\n', little as boolean));
    expect(headerOf(parts)).toMatchObject({ encoding, encodingGuessed: true });
    expect(rowsOf(parts)).toEqual([['Zoë', 'naïve']]);
  });

  test('Windows-1252 is taken when UTF-8 does not fit, down to the last letter, and is called a guess', async () => {
    const bytes = new Uint8Array([
      ...utf8('Name;Note\nJos'),
      0xe9,
      ...utf8(';'),
      0x80,
      ...utf8('5\nx;Ren'),
      0xe9,
    ]);
    const parts = await read(bytes);
    expect(headerOf(parts)).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
    expect(rowsOf(parts)).toEqual([
      ['José', '€5'],
      ['x', 'René'],
    ]);
  });
});

describe('real files', () => {
  test('the Stack Overflow sample: 1,000 rows of 28 columns', async () => {
    const parts = await read(createReadStream('tests/reference/so2025_sample.csv'));
    expect(headerOf(parts)).toMatchObject({ separator: ',', encoding: 'utf-8' });
    expect(last(parts)).toEqual({ kind: 'end', rows: 1000, rejects: 0 });
    const influence = headerOf(parts)?.names.indexOf('PurchaseInfluence') ?? -1;
    expect(rowsOf(parts).filter((row) => row[influence] === 'No')).toHaveLength(444);
  });

  test('a survey tool writes two rows of names; the question stands once and its choices below', async () => {
    const parts = await read(
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
    expect(rowsOf(await read('Name,Response\nRuth,yes\nKofi,no'))).toHaveLength(2);
  });
});

function wide(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}

test('the limits are those that the help page names', () => {
  expect(IMPORT_LIMITS).toEqual({ bytes: 10_485_760, rows: 100_000, columns: 100, cell: 2_000 });
});
