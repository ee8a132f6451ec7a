import { expect, test } from 'vitest';
import { breakLines, capLines, settable, visualRuns } from './set-line.ts';

const widthOf = (line: string) => line.length;

test('a name that is read from the right stands in its place in an English line', () => {
  expect(visualRuns('by שלום עולם at Acme')).toEqual([
    { text: 'by ', isRightToLeft: false },
    { text: 'שלום עולם', isRightToLeft: true },
    { text: ' at Acme', isRightToLeft: false },
  ]);
});

test('numbers in a line from the right keep their direction', () => {
  expect(visualRuns('قال 25 مرة').map(({ text }) => text.trim())).toEqual(['مرة', '25', 'قال']);
});

test('letters that the font lacks are named once for each stretch, and nothing else is lost', () => {
  const isLatin = (codePoint: number) => codePoint < 0x250;
  expect(settable('株式会社 ロール at Acme', isLatin)).toBe('[…] at Acme');
  expect(settable('Ren\u0065\u0301\u200b \n Descartes', isLatin)).toBe('René Descartes');
});

test('lines break at blanks, and inside a word only where it alone is too wide', () => {
  expect(breakLines('a price list', 7, widthOf)).toEqual(['a price', 'list']);
  expect(breakLines('unexplainable', 5, widthOf)).toEqual(['unexp', 'laina', 'ble']);
  expect(capLines(['a price', 'list', 'more'], 1)).toEqual(['a …']);
});
