import { IntlMessageFormat } from 'intl-messageformat';
import { MINUTE } from '#app/platform/clock.ts';
import { type Html, html } from '#app/platform/html.ts';
import { directionOf } from '../translation/language.ts';
import type { WrittenLanguage } from './catalogues.ts';
import type { en } from './en.ts';

export type MessageId = keyof typeof en;
export type Values = Readonly<Record<string, string | number>>;

/** The product's own words in one language. */
export interface Words {
  /** BCP 47, of these words: English where the language asked for has none. */
  language: string;
  direction: 'ltr' | 'rtl';
  say(id: MessageId, values?: Values): string;
  /** `<b>` of the message is bold; values are escaped, and keep to themselves in a line of the other direction. */
  rich(id: MessageId, values?: Readonly<Record<string, string | number | Html>>): Html;
  /** A day of the calendar (`2027-02-26`), written out; anything else stays as it is. */
  day(isoDay: string): string;
  /** A moment (milliseconds, UTC), written out with its zone named. */
  moment(at: number): string;
  /** How far off something is, from a minute upward: “in 3 minutes”. `ms`: at least 1. */
  within(ms: number): string;
}

/** Dates as most of the world writes them, and the digits that stand on the scales. */
const WRITTEN_AS: Readonly<Partial<Record<WrittenLanguage, string>>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

/** How messages may ask for a number or a date: `{least, number, plain}`, `{earliest, date, day}`. */
const FORMATS = {
  number: { plain: { useGrouping: false, maximumFractionDigits: 4 } },
  date: { day: { dateStyle: 'long', timeZone: 'UTC' } },
} as const;

/** Says the messages of a catalogue. */
export function makeWords(language: WrittenLanguage, catalogue: Readonly<Record<MessageId, string>>): Words {
  const locale = WRITTEN_AS[language] ?? language;
  const messages = new Map<MessageId, IntlMessageFormat>();
  const messageOf = (id: MessageId) => {
    const known = messages.get(id);
    if (known) return known;
    const fresh = readMessage(catalogue[id], locale);
    messages.set(id, fresh);
    return fresh;
  };
  const dayFormat = new Intl.DateTimeFormat(locale, FORMATS.date.day);
  const awayFormat = new Intl.RelativeTimeFormat(locale);
  const timeFormat = new Intl.DateTimeFormat(locale, { ...FORMATS.date.day, timeStyle: 'short' });
  return {
    language,
    direction: directionOf(language),
    say: (id, values) => String(messageOf(id).format({ ...values })),
    rich: (id, values = {}) => richText(messageOf(id), values),
    day: (isoDay) => {
      const time = Date.parse(`${isoDay}T00:00:00Z`);
      return Number.isNaN(time) ? isoDay : dayFormat.format(time);
    },
    moment: (at) => `${timeFormat.format(at)} UTC`,
    within: (ms) => {
      const minutes = Math.max(1, Math.ceil(ms / MINUTE));
      return minutes > 90
        ? awayFormat.format(Math.ceil(minutes / 60), 'hour')
        : awayFormat.format(minutes, 'minute');
    },
  };
}

/** One ICU message; throws where it does not parse. */
export function readMessage(message: string, locale: string): IntlMessageFormat {
  return new IntlMessageFormat(message, locale, FORMATS);
}

const BOLD = { b: (parts: (string | Html)[]) => html`<b>${parts}</b>` };

function richText(
  message: IntlMessageFormat,
  values: Readonly<Record<string, string | number | Html>>,
): Html {
  const shown = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'string' ? html`<bdi>${value}</bdi>` : value] as const,
  );
  const said = message.format<Html>({ ...Object.fromEntries(shown), ...BOLD });
  return html`${said}`;
}
