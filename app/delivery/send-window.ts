import { Temporal } from 'temporal-polyfill';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';

type Window = Pick<AskingRules, 'hoursFrom' | 'hoursTo' | 'weekdays' | 'quietDays'>;

/** A year of days without one to write on is a rule that nobody can be asked under. */
const DAYS_AHEAD = 366;

/**
 * From when on somebody may be written to: `now` where it is a good moment, else the start of the next good hours, ms since
 * 1970 UTC; null where no day of the coming year is good. Quiet days hold for every wave, hours and weekdays for those sent
 * in working hours. By the person's clock: a time that a change of clocks leaves out is as much later as the clock went on,
 * one that comes twice is the first of the two (Temporal's `compatible`, as RFC 5545 3.3.5 has it).
 * @param zone IANA name; one that is not known reads as UTC.
 */
export function nextGoodMoment(
  now: number,
  { window, zone, inHours }: { window: Window; zone: string; inHours: boolean },
): number | null {
  const here = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(knownZone(zone));
  let day = here.toPlainDate();
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const good = goodHours(day, here.timeZoneId, window, inHours);
    if (good && now < good.to) return Math.max(now, good.from);
    day = day.add({ days: 1 });
  }
  return null;
}

/** The hours of one day in which to write, or null for none. */
export function goodHours(
  day: Temporal.PlainDate,
  zone: string,
  { hoursFrom, hoursTo, weekdays, quietDays }: Window,
  inHours: boolean,
): { from: number; to: number } | null {
  if (quietDays.includes(day.toString())) return null;
  if (!inHours) return { from: momentOf(day, 0, zone), to: momentOf(day.add({ days: 1 }), 0, zone) };
  if (!weekdays.includes(day.dayOfWeek)) return null;
  return { from: momentOf(day, hoursFrom, zone), to: momentOf(day, hoursTo, zone) };
}

function momentOf(day: Temporal.PlainDate, minutes: number, zone: string): number {
  const whole = minutes === 24 * 60 ? { day: day.add({ days: 1 }), minutes: 0 } : { day, minutes };
  const time = new Temporal.PlainTime(Math.floor(whole.minutes / 60), whole.minutes % 60);
  return whole.day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

const known = new Map<string, string>();

/** Zones come from files; a wrong one must not keep somebody from ever being asked. */
export function knownZone(zone: string): string {
  const before = known.get(zone);
  if (before) return before;
  let name = 'UTC';
  try {
    name = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    // Stays UTC.
  }
  known.set(zone, name);
  return name;
}
