import { expect, test } from 'vitest';
import { readAt } from './read-at.ts';

const iso = (cell: string, zone = 'Europe/Oslo') => {
  const at = readAt(cell, zone);
  return at === null ? null : new Date(at).toISOString();
};

test('a day begins where the workspace is, and a time is read by its clock, summer and winter', () => {
  expect(iso('2027-01-15')).toBe('2027-01-14T23:00:00.000Z');
  expect(iso('2027-07-15 09:30')).toBe('2027-07-15T07:30:00.000Z');
  expect(iso('2027-01-15T09:30:20')).toBe('2027-01-15T08:30:20.000Z');
});

test('an offset of its own goes before the clock of the workspace', () => {
  expect(iso('2027-01-15T09:30:00Z')).toBe('2027-01-15T09:30:00.000Z');
  expect(iso('2027-01-15 09:30+0530')).toBe('2027-01-15T04:00:00.000Z');
  expect(iso('2027-01-15t09:30:00.250z'.replace('t', 'T'))).toBe('2027-01-15T09:30:00.250Z');
});

test.each(['', '03/04/2027', '4.3.2027', '2027-02-30', '2027-13-01', '2027-1-5', '2027-01-15 25:00', 'soon'])(
  'nothing is guessed: “%s”',
  (cell) => {
    expect(iso(cell)).toBeNull();
  },
);
