import { Temporal } from 'temporal-polyfill';
import { goodHours, knownZone } from '#app/delivery/send-window.ts';
import { dayIn, HOUR } from '#app/platform/clock.ts';
import type { AskingRules } from '#app/programme/asking/asking-rules.ts';

type WorkingHours = Pick<AskingRules, 'hoursFrom' | 'hoursTo' | 'weekdays' | 'quietDays' | 'timeZone'>;

/** A year of days without a working hour is a rule under which nothing would ever be due. */
const DAYS_AHEAD = 366;

/**
 * When so many working hours have passed since `from`, ms since 1970 UTC: hours of the clock in the workspace's zone, on its
 * weekdays, quiet days left out. An hour that a change of clocks takes away or gives is one hour less or more of that day.
 * Where the coming year has no working hour left, hours count round the clock.
 */
export function dueAfter(from: number, hours: number, rules: WorkingHours): number {
  const zone = knownZone(rules.timeZone);
  let left = hours * HOUR;
  let day = dayOf(from, zone);
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const good = goodHours(day, zone, rules, true);
    const begin = good && Math.max(good.from, from);
    if (good && begin !== null && begin < good.to) {
      if (begin + left <= good.to) return begin + left;
      left -= good.to - begin;
    }
    day = day.add({ days: 1 });
  }
  return from + hours * HOUR;
}

/** The end of the working hours of a day, where a form says only the day; of a day off, the last moment that is still that day. */
export function endOfDay(day: string, rules: WorkingHours): number {
  const zone = knownZone(rules.timeZone);
  const wanted = Temporal.PlainDate.from(day);
  const good = goodHours(wanted, zone, rules, true);
  return good?.to ?? wanted.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
}

/** The day by the clock of the workspace, such as 2026-11-29. */
export function dayAt(at: number, rules: Pick<WorkingHours, 'timeZone'>): string {
  return dayIn(rules.timeZone, at);
}

/** True in the working hours of a working day. */
export function isWorkingHour(at: number, rules: WorkingHours): boolean {
  const zone = knownZone(rules.timeZone);
  const good = goodHours(dayOf(at, zone), zone, rules, true);
  return good !== null && at >= good.from && at < good.to;
}

function dayOf(at: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
}
