import { expect, test } from 'vitest';
import { openTypesetter } from './typesetter.server.ts';

const STYLE = { weight: 'regular', size: 20 } as const;

test.each(['Łódź', 'Ελληνικά', 'Русский', 'العربية', 'עברית', '−20 … “quoted”'])(
  '%s is set in the fonts that travel along, with no box in it',
  async (text) => {
    const set = await openTypesetter();
    expect(set.lines(text, STYLE, 400)).toEqual([text]);
    expect(set.outline(text, STYLE)).toMatch(/^M/);
    expect(set.width(text, STYLE)).toBeGreaterThan(20);
  },
);

test.each(['日本語', '한국어', 'हिन्दी'])('%s is not, and is said to be missing', async (text) => {
  const set = await openTypesetter();
  expect(set.lines(text, STYLE, 400)).toEqual(['[…]']);
});
