import { Temporal } from 'temporal-polyfill';

/** A time as a form holds it, such as `2026-12-01T09:00`, by the clock of a zone; null for what is none. */
export function readTime(text: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The same the other way: what the form holds for a moment in ms. */
export function writeTime(at: number, zone: string): string {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return there.toPlainDateTime().toString({ smallestUnit: 'minute' });
}
