import { MINUTE, SECOND } from '#app/platform/clock.ts';

/** How often a key was tried lately. Times in ms. */
export interface Throttle {
  failures: number;
  /** Tries before this moment are answered with the wait and not looked at. */
  nextAt: number;
  updatedAt: number;
}

const FAST_ATTEMPTS = 5;
const LONGEST_WAIT = MINUTE;
/** Waiting this long for five fresh tries is slower than trying once a minute, so forgetting helps nobody guess. */
const FORGOTTEN_AFTER = 15 * MINUTE;

/**
 * The record after one more try that has not succeeded (yet): five are free, then the wait doubles from 1 s to
 * 60 s. It never locks: whoever waits may try, so nobody can shut a member out by guessing at their address.
 */
export function afterAttempt(before: Throttle, now: number): Throttle {
  const failures = (now - before.updatedAt >= FORGOTTEN_AFTER ? 0 : before.failures) + 1;
  const wait =
    failures < FAST_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT, SECOND * 2 ** (failures - FAST_ATTEMPTS));
  return { failures, nextAt: now + wait, updatedAt: now };
}

/** Whole seconds until a try is looked at again. */
export function secondsToWait({ nextAt }: Throttle, now: number): number {
  return Math.max(0, Math.ceil((nextAt - now) / SECOND));
}
