import { Temporal } from 'temporal-polyfill';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const THERE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/;
const ANYWHERE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * When a touch was, in ms: a day, a day and a time by the clock of `zone`, or either with its own offset. Null for
 * everything else: 03/04/2027 is two days, and guessing would put touches in a wrong order.
 */
export function readAt(cell: string, zone: string): number | null {
  try {
    if (DAY.test(cell)) return Temporal.PlainDate.from(cell).toZonedDateTime(zone).epochMilliseconds;
    if (THERE.test(cell))
      return Temporal.PlainDateTime.from(cell.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
    const own = ANYWHERE.exec(cell);
    if (!own) return null;
    return Temporal.Instant.from(`${own[1]}T${own[2]}${own[3]!.toUpperCase()}`).epochMilliseconds;
  } catch {
    return null;
  }
}
