import { describe, expect, test } from 'vitest';
import { FIRST_RULES } from '#app/programme/asking/asking-rules.ts';
import { nextGoodMoment } from './send-window.ts';

const at = (text: string) => Date.parse(text);
const next = (now: string, zone: string, rules: Partial<typeof FIRST_RULES> = {}, inHours = true) => {
  const moment = nextGoodMoment(at(now), { window: { ...FIRST_RULES, ...rules }, zone, inHours });
  return moment === null ? null : new Date(moment).toISOString();
};

describe('when somebody may be written to', () => {
  test.each([
    // Monday to Thursday, 08:00 to 17:00, by their own clock.
    ['2026-11-30T09:00:00Z', 'Europe/Oslo', '2026-11-30T09:00:00.000Z'],
    ['2026-11-30T05:00:00Z', 'Europe/Oslo', '2026-11-30T07:00:00.000Z'],
    ['2026-11-30T16:00:00Z', 'Europe/Oslo', '2026-12-01T07:00:00.000Z'],
    ['2026-12-03T23:00:00Z', 'UTC', '2026-12-07T08:00:00.000Z'],
    ['2026-11-30T09:00:00Z', 'America/Los_Angeles', '2026-11-30T16:00:00.000Z'],
    ['2026-11-30T09:00:00Z', 'Asia/Kolkata', '2026-11-30T09:00:00.000Z'],
    ['2026-11-30T09:00:00Z', 'Nowhere/Land', '2026-11-30T09:00:00.000Z'],
  ])('at %s in %s it is %s', (now, zone, expected) => {
    expect(next(now, zone)).toBe(expected);
  });

  test('hours that a change of clocks leaves out begin as much later', () => {
    // Oslo, 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC.
    const rules = { hoursFrom: 2 * 60 + 30, hoursTo: 5 * 60, weekdays: [7] };
    expect(next('2026-03-29T00:10:00Z', 'Europe/Oslo', rules)).toBe('2026-03-29T01:30:00.000Z');
  });

  test('hours that come twice begin the first time, and a day of 25 hours has one set of them', () => {
    // Oslo, 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC.
    const rules = { hoursFrom: 2 * 60 + 30, hoursTo: 5 * 60, weekdays: [7] };
    expect(next('2026-10-24T23:00:00Z', 'Europe/Oslo', rules)).toBe('2026-10-25T00:30:00.000Z');
    expect(next('2026-10-25T01:30:00Z', 'Europe/Oslo', rules)).toBe('2026-10-25T01:30:00.000Z');
    expect(next('2026-10-25T04:00:00Z', 'Europe/Oslo', rules)).toBe('2026-11-01T01:30:00.000Z');
  });

  test('on a quiet day nobody is written to, whatever the wave; it is a day by their own clock', () => {
    const rules = { quietDays: ['2026-12-24', '2026-12-25'] };
    expect(next('2026-12-24T09:00:00Z', 'UTC', rules, false)).toBe('2026-12-26T00:00:00.000Z');
    expect(next('2026-12-24T09:00:00Z', 'UTC', rules)).toBe('2026-12-28T08:00:00.000Z');
    expect(next('2026-12-23T22:30:00Z', 'Asia/Tokyo', rules, false)).toBe('2026-12-25T15:00:00.000Z');
    expect(next('2026-12-26T03:00:00Z', 'America/New_York', rules, false)).toBe('2026-12-26T05:00:00.000Z');
  });

  test('without hours any moment is good, and the end of the day belongs to the day', () => {
    expect(next('2026-11-28T03:00:00Z', 'Europe/Oslo', {}, false)).toBe('2026-11-28T03:00:00.000Z');
    expect(next('2026-11-30T23:30:00Z', 'UTC', { hoursTo: 24 * 60 })).toBe('2026-11-30T23:30:00.000Z');
  });

  test('where no day is good it says so', () => {
    expect(next('2026-11-30T09:00:00Z', 'UTC', { weekdays: [] })).toBeNull();
  });

  test('1970 and 2038 are days like any other', () => {
    expect(next('1970-01-01T00:00:00Z', 'UTC')).toBe('1970-01-01T08:00:00.000Z');
    expect(next('2038-01-19T03:14:08Z', 'UTC')).toBe('2038-01-19T08:00:00.000Z');
  });
});
