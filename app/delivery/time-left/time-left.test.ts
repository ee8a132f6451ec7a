import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';
import { timeLeft, timeLeftInWords } from './time-left.ts';

const NOW = Date.parse('2026-11-02T09:00:00Z');
const going = (accepted: number, sinceMs: number, lastMs = SECOND) => ({
  accepted,
  first: NOW - sinceMs,
  last: NOW - lastMs,
});

describe('the time left of a send', () => {
  test('is what waits, at the pace of the last minutes', () => {
    expect(timeLeft(going(300, MINUTE), 1200, NOW)).toBe(4 * MINUTE);
    expect(timeLeft(going(30, 5 * MINUTE), 6, NOW)).toBe(MINUTE);
  });

  test.each([
    ['nothing waits', going(300, MINUTE), 0],
    ['too few went to call it a pace', going(4, MINUTE), 100],
    ['it has only begun', going(50, 9 * SECOND), 100],
    ['it stands still', going(300, 4 * MINUTE, MINUTE + 1), 100],
  ])('is not said where %s', (_, pace, waiting) => {
    expect(timeLeft(pace, waiting, NOW)).toBeNull();
  });

  test.each([
    [20 * SECOND, 'less than a minute left'],
    [80 * SECOND, 'about a minute left'],
    [4.3 * MINUTE, 'about 4 minutes left'],
    [9.4 * MINUTE, 'about 9 minutes left'],
    [23 * MINUTE, 'about 25 minutes left'],
    [52 * MINUTE, 'about 50 minutes left'],
    [53 * MINUTE, 'about an hour left'],
    [2.4 * HOUR, 'about 2 hours left'],
    [25 * HOUR, 'more than a day left'],
  ])('of %d ms is said no more exactly than it is known', (ms, words) => {
    expect(timeLeftInWords(ms)).toBe(words);
  });
});
