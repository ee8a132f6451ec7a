import { dateFormat } from './date-format.ts';

interface WhenProps {
  /** Milliseconds since 1970, UTC. */
  at: number;
  /** IANA name, such as "Europe/Oslo". */
  zone: string;
  /** BCP 47, such as "en-GB". */
  locale: string;
  /** A day, or a day and a time of day. */
  precision?: 'day' | 'minute';
}

/** A moment written for its reader, with its zone on hover. */
export function When({ at, zone, locale, precision = 'day' }: WhenProps) {
  const time = precision === 'minute' ? ({ hour: '2-digit', minute: '2-digit' } as const) : {};
  const words = dateFormat(locale, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...time,
  });
  const full = dateFormat(locale, { timeZone: zone, dateStyle: 'full', timeStyle: 'long' });
  // The browser's own tables may space a date differently from the server's; both readings are right.
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={`${full.format(at)}, ${zone}`}
      suppressHydrationWarning
    >
      {words.format(at)}
    </time>
  );
}
