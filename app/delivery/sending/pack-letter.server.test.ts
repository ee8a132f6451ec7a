import { expect, test } from 'vitest';
import { packLetter, unpackLetter } from './pack-letter.server.ts';

const LETTER = Buffer.from(`List-Unsubscribe: <x>\r\n\r\n${'<td class="c" align="center">'.repeat(300)}\r\n`);

test('a packed letter is a fraction of it, and comes back to the byte', () => {
  const packed = packLetter(LETTER);
  expect(packed.length).toBeLessThan(LETTER.length / 4);
  expect(unpackLetter(packed).equals(LETTER)).toBe(true);
});

test('one that was kept unpacked is what it was', () => {
  expect(unpackLetter(LETTER).equals(LETTER)).toBe(true);
});
