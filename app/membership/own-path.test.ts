import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/people?q=kim', '/results/wav_1#buyer', '/'])('%j is a place of ours', (next) => {
  expect(ownPath(next)).toBe(next);
});

test.each([
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/\n/evil.example',
  ' /people',
  '',
  null,
])('%j is not', (next) => {
  expect(ownPath(next)).toBe('/');
  // What a browser would make of it, had it been believed.
  if (next) expect(new URL(ownPath(next), 'https://ask.example').host).toBe('ask.example');
});
