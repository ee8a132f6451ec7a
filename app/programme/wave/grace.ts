import { MINUTE } from '#app/platform/clock.ts';

/** Who had the page open when the wave closed may still send it for so long, in ms. */
export const GRACE = 15 * MINUTE;
