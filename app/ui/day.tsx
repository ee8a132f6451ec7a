import { dateFormat } from './date-format.ts';

/** A calendar day without a time or a zone, such as 2026-12-11, written for its reader. */
export function Day({ day, locale = 'en-GB' }: { day: string; locale?: string }) {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) return <>{day}</>;
  const words = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at);
  return (
    <time dateTime={day} suppressHydrationWarning>
      {words}
    </time>
  );
}
