import { expect, test } from 'vitest';
import { readTime, writeTime } from './begin-time.ts';

test.each([
  ['2026-12-01T09:00', 'Europe/Oslo', '2026-12-01T08:00:00.000Z'],
  ['2026-07-01T09:00', 'Europe/Oslo', '2026-07-01T07:00:00.000Z'],
  ['2026-12-01T09:00', 'Asia/Kolkata', '2026-12-01T03:30:00.000Z'],
])('%s in %s is %s, there and back', (text, zone, moment) => {
  const at = readTime(text, zone)!;
  expect(new Date(at).toISOString()).toBe(moment);
  expect(writeTime(at, zone)).toBe(text);
});

test('what is no time is none', () => {
  expect(readTime('tomorrow', 'UTC')).toBeNull();
  expect(readTime('2026-02-30T09:00', 'Nowhere/Land')).toBeNull();
});
