import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCsv } from '#app/platform/safe-csv.ts';
import { headerOf, readAll, rowsOf, utf8 } from '#tests/support/read-all-rows.ts';

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
            const parts = await readAll(chunks);
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
    const parts = await readAll(wide('Name;Note\r\nZoë;naïve\r\n', little as boolean));
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
    const parts = await readAll(bytes);
    expect(headerOf(parts)).toMatchObject({ encoding: 'windows-1252', encodingGuessed: true });
    expect(rowsOf(parts)).toEqual([
      ['José', '€5'],
      ['x', 'René'],
    ]);
  });
});

function wide(text: string, little: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), little);
  return new Uint8Array(view.buffer);
}
