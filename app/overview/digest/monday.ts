import { Temporal } from 'temporal-polyfill';
import { knownZone } from '#app/delivery/send-window.ts';
import { HOUR } from '#app/platform/clock.ts';

/** From this hour of Monday on, by the clock of whoever gets it; later that day where nobody looked in time. */
export const MORNING = 7;

/** ISO day of this Monday where it has come, by the clock of a zone; null on any other day and before the morning. */
export function mondayMorning(at: number, zone: string): string | null {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(knownZone(zone));
  return here.dayOfWeek === 1 && here.hour >= MORNING ? here.toPlainDate().toString() : null;
}

/** When the morning of a day begins there, ms since 1970 UTC. */
export function morningOf(day: string, zone: string): number {
  const morning = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: knownZone(zone),
    plainTime: { hour: MORNING },
  });
  return morning.epochMilliseconds;
}

/** False where it is Monday morning nowhere on earth: zones lie 14 hours before UTC and 12 behind it. */
export function isMondaySomewhere(at: number): boolean {
  return [at + 14 * HOUR, at - 12 * HOUR].some((edge) => new Date(edge).getUTCDay() === 1);
}
