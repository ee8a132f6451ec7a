import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IMPORT_LIMITS } from './import-limits.ts';
import { type RawRow, RowSplitter } from './split-rows.ts';

function split(pieces: readonly string[]): unknown[] {
  const splitter = new RowSplitter(',', IMPORT_LIMITS);
  const rows: RawRow[] = pieces.flatMap((piece) => [...splitter.push(piece)]);
  return [...rows, splitter.finish(), splitter.line];
}

test('the rows and their lines are the same wherever the text is cut', () => {
  const hostile = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' '), maxLength: 40 });
  fc.assert(
    fc.property(hostile, (text) => {
      expect(split(text.split(''))).toEqual(split([text]));
    }),
    { numRuns: 2000 },
  );
});

test('a line is counted once for LF, CR and CRLF, inside quotes and outside', () => {
  const hostile = fc.string({ unit: fc.constantFrom('a', '"', '\r', '\n'), maxLength: 30 });
  fc.assert(
    fc.property(hostile, (text) => {
      expect(split([text]).at(-1)).toBe(text.split(/\r\n|\r|\n/).length);
    }),
    { numRuns: 2000 },
  );
});

test('cells beyond the limits are counted, not kept', () => {
  const splitter = new RowSplitter(',', { ...IMPORT_LIMITS, columns: 2, cell: 3 });
  const [row] = splitter.push('abcdef,b,c,,\n');
  expect(row).toEqual({ line: 1, cells: ['abc', 'b'], width: 5, filled: 3, tooLong: 0, afterQuote: null });
});
