import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '#app/platform/clock.ts';
import { FIRST_RULES } from '#app/programme/asking/asking-rules.ts';
import { dayAt, dueAfter, endOfDay, isWorkingHour } from './due-time.ts';

const at = (text: string) => Date.parse(text);
const WORK = { ...FIRST_RULES, weekdays: [1, 2, 3, 4, 5] };
const due = (from: string, hours: number, rules: Partial<typeof FIRST_RULES> = {}) =>
  new Date(dueAfter(at(from), hours, { ...WORK, ...rules })).toISOString();

describe('when something is due', () => {
  test.each([
    // Monday to Friday, 08:00 to 17:00, UTC. 30 November 2026 is a Monday.
    ['2026-11-30T09:00:00Z', 4, '2026-11-30T13:00:00.000Z'],
    ['2026-11-30T09:00:00Z', 8, '2026-11-30T17:00:00.000Z'],
    ['2026-11-30T15:00:00Z', 4, '2026-12-01T10:00:00.000Z'],
    ['2026-11-30T03:00:00Z', 1, '2026-11-30T09:00:00.000Z'],
    ['2026-11-30T20:00:00Z', 1, '2026-12-01T09:00:00.000Z'],
    ['2026-12-04T16:00:00Z', 2, '2026-12-07T09:00:00.000Z'],
    ['2026-12-05T12:00:00Z', 9, '2026-12-07T17:00:00.000Z'],
    ['2026-11-30T08:00:00Z', 45, '2026-12-04T17:00:00.000Z'],
  ])('from %s in %i working hours it is %s', (from, hours, expected) => {
    expect(due(from, hours)).toBe(expected);
  });

  test('a quiet day is no working day, by the clock of the workspace', () => {
    const rules = { quietDays: ['2026-12-01'], timeZone: 'Asia/Tokyo' };
    // 08:00 in Tokyo is 23:00 UTC the day before.
    expect(due('2026-11-30T07:00:00Z', 2, rules)).toBe('2026-12-02T00:00:00.000Z');
  });

  test('the hour that spring takes away is not counted', () => {
    // Oslo, Sunday 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC.
    const rules = { timeZone: 'Europe/Oslo', hoursFrom: 60, hoursTo: 5 * 60, weekdays: [7] };
    expect(due('2026-03-29T00:00:00Z', 3, rules)).toBe('2026-03-29T03:00:00.000Z');
    // The fourth hour of it lies a week further on: that day has three.
    expect(due('2026-03-29T00:00:00Z', 4, rules)).toBe('2026-04-05T00:00:00.000Z');
  });

  test('the hour that autumn gives is counted twice', () => {
    // Oslo, Sunday 25 October 2026: 03:00 becomes 02:00 at 01:00 UTC.
    const rules = { timeZone: 'Europe/Oslo', hoursFrom: 60, hoursTo: 5 * 60, weekdays: [7] };
    expect(due('2026-10-24T23:00:00Z', 5, rules)).toBe('2026-10-25T04:00:00.000Z');
  });

  test('across a change of clocks the hours of the day stay those of the clock', () => {
    const rules = { timeZone: 'Europe/Oslo' };
    // Friday 27 March, 16:00 in Oslo; Monday begins at 08:00 summer time, 06:00 UTC.
    expect(due('2026-03-27T15:00:00Z', 2, rules)).toBe('2026-03-30T07:00:00.000Z');
    // Friday 23 October, 16:00 in Oslo; Monday begins at 08:00 winter time, 07:00 UTC.
    expect(due('2026-10-23T14:00:00Z', 2, rules)).toBe('2026-10-26T08:00:00.000Z');
  });

  test('where no working hour is left in a year, hours count round the clock', () => {
    expect(due('2026-11-30T09:00:00Z', 3, { weekdays: [] })).toBe('2026-11-30T12:00:00.000Z');
  });

  test('more hours are never due sooner, and none before they have passed', () => {
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    const zone = fc.constantFrom(
      'UTC',
      'Europe/Oslo',
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 80 }), zone, (from, hours, timeZone) => {
        const rules = { ...WORK, timeZone };
        const [one, more] = [dueAfter(from, hours, rules), dueAfter(from, hours + 1, rules)];
        expect(one).toBeGreaterThanOrEqual(from + hours * HOUR);
        expect(more).toBeGreaterThan(one);
      }),
    );
  });
});

test('a day ends with its working hours, and a day off just before midnight', () => {
  expect(endOfDay('2026-11-30', { ...WORK, timeZone: 'Europe/Oslo' })).toBe(at('2026-11-30T16:00:00Z'));
  expect(endOfDay('2026-12-05', WORK)).toBe(at('2026-12-06T00:00:00Z') - 1);
});

test('which day it is and whether it is a working hour is said by the clock of the workspace', () => {
  const rules = { ...WORK, timeZone: 'Asia/Tokyo' };
  expect(dayAt(at('2026-11-29T23:30:00Z'), rules)).toBe('2026-11-30');
  expect(isWorkingHour(at('2026-11-29T23:30:00Z'), rules)).toBe(true);
  expect(isWorkingHour(at('2026-11-29T22:59:59Z'), rules)).toBe(false);
  expect(isWorkingHour(at('2026-11-30T08:00:00Z'), rules)).toBe(false);
  expect(isWorkingHour(at('2026-11-28T01:00:00Z'), rules)).toBe(false);
});
