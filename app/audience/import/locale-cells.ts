import { plainWords, trimToken } from './cell-text.ts';

/** A BCP 47 language tag from what CRMs write (`de`, `en_US`, `German`, `Deutsch`), or null when it is none. */
export function readLanguage(cell: string): string | null {
  const text = trimToken(cell);
  const named = LANGUAGE_NAMES.get(plainWords(text)[0] ?? '');
  if (named) return named;
  const tag = text.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** An IANA time zone (`Europe/Lisbon`; HubSpot writes `europe_slash_lisbon`), or null when it is none. */
export function readTimeZone(cell: string): string | null {
  const text = trimToken(cell).replace('_slash_', '/');
  if (text.length > 60 || !/^[\w+/-]+$/.test(text)) return null;
  const known = ZONES.get(text.toLowerCase());
  if (known) return known;
  if (!text.includes('/') && text !== 'UTC') return null;
  try {
    // Older names (Europe/Kiev) are not listed, yet still understood.
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const ZONES = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));

const LANGUAGE_NAMES = new Map(
  Object.entries({
    en: 'english englisch anglais ingles',
    de: 'german deutsch allemand aleman',
    fr: 'french franzosisch francais frances',
    es: 'spanish spanisch espagnol espanol',
    it: 'italian italienisch italien italiano',
    nl: 'dutch niederlandisch neerlandais nederlands',
    pt: 'portuguese portugiesisch portugais portugues',
    pl: 'polish polnisch polonais polski',
  }).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)),
);
