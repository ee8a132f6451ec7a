import { HOUR } from '#app/platform/clock.ts';

const LATE = 6 * HOUR;

/**
 * True when a wave was to begin so long ago that it must not begin by itself: the machine was off, or is a copy of
 * an earlier day, and a person has to say that it still may.
 */
export function isLate(wave: { sendAt: number | null; startedAt: number | null }, now: number): boolean {
  return wave.sendAt !== null && wave.startedAt === null && now - wave.sendAt > LATE;
}
