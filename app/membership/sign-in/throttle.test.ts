import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '#app/platform/clock.ts';
import { afterAttempt, secondsToWait } from './throttle.ts';

test('five tries are free, then the wait doubles from one second to a minute and stays there', () => {
  let now = 0;
  let record = { failures: 0, nextAt: 0, updatedAt: 0 };
  const waits = Array.from({ length: 14 }, () => {
    record = afterAttempt(record, now);
    const wait = secondsToWait(record, now);
    now += wait * SECOND;
    return wait;
  });
  expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
});

test('a quarter of an hour without a try brings back the free ones', () => {
  const tired = { failures: 30, nextAt: MINUTE, updatedAt: 0 };
  expect(afterAttempt(tired, 15 * MINUTE - 1).failures).toBe(31);
  expect(afterAttempt(tired, 15 * MINUTE)).toEqual({
    failures: 1,
    nextAt: 15 * MINUTE,
    updatedAt: 15 * MINUTE,
  });
});
