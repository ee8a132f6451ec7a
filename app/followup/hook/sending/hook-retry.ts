import { DAY, HOUR, MINUTE, SECOND } from '#app/platform/clock.ts';

/** How long to wait after the first failure, the second, and so on: those of Standard Webhooks, to three days in all. */
const WAITS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Fails for so long without one success, and nothing more is sent there. */
export const FAILS_AT_MOST = 5 * DAY;

/** How long the secret before the present one signs too. */
export const CHANGE_OVER = DAY;

/** What happened is kept for so long, and can be sent again as long. */
export const KEPT_FOR = 30 * DAY;

/** How long to wait after so many attempts; null where it is given up. */
export function waitAfter(attempts: number): number | null {
  return WAITS[attempts - 1] ?? null;
}
