import { describe, expect, it } from 'vitest';
import { readColleagueName } from './colleague-name.ts';

describe('the name of a colleague', () => {
  it.each([
    'Ruth Achterberg',
    'J. R. O’Neil',
    'Mei-Ling Chua',
    'Núria',
    '山田太郎',
    'محمد علي',
    'Ames, Jr.',
    "D'Arcy",
  ])('takes %s', (name) => {
    expect(readColleagueName(` ${name} `)).toBe(name);
  });

  it.each([
    '',
    '  ',
    '-',
    'evil.example',
    'Ruth www.evil.example',
    'see http://evil.example',
    'ruth@evil.example',
    'Ruth <ruth@evil.example>',
    'Ruth"; Bcc: all',
    'Ruth\u0000',
    'Ruth\u202egro',
    'Win 1000 now',
    'x'.repeat(81),
  ])('refuses %j', (text) => {
    expect(readColleagueName(text)).toBeNull();
  });

  it('has one line, so that no header begins in it', () => {
    expect(readColleagueName('Ruth\r\nBcc: all')).toBeNull();
    expect(readColleagueName('Ruth\r\nAchterberg')).toBe('Ruth Achterberg');
  });
});
