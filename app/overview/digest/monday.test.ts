import { expect, test } from 'vitest';
import { isMondaySomewhere, mondayMorning } from './monday.ts';

const at = (text: string) => Date.parse(text);

test.each([
  ['2026-11-02T06:59:59Z', 'UTC', null],
  ['2026-11-02T07:00:00Z', 'UTC', '2026-11-02'],
  ['2026-11-02T23:59:59Z', 'UTC', '2026-11-02'],
  ['2026-11-03T00:00:00Z', 'UTC', null],
  // Monday has come in Auckland while it is Sunday in Europe, and comes to Honolulu last.
  ['2026-11-01T18:00:00Z', 'Pacific/Auckland', '2026-11-02'],
  ['2026-11-02T16:59:00Z', 'Pacific/Honolulu', null],
  ['2026-11-02T17:00:00Z', 'Pacific/Honolulu', '2026-11-02'],
  // The clocks went forward on the day before.
  ['2026-03-30T06:00:00Z', 'Europe/Lisbon', '2026-03-30'],
])('at %s in %s it is the morning of %s', (now, zone, day) => {
  expect(mondayMorning(at(now), zone)).toBe(day);
  if (day) expect(isMondaySomewhere(at(now))).toBe(true);
});

test('on a Wednesday nobody has to be looked for', () => {
  expect(isMondaySomewhere(at('2026-11-04T12:00:00Z'))).toBe(false);
});
