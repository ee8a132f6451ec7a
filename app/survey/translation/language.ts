/** Languages to choose from, by BCP 47 tag: the ones most often asked for between businesses. Any other can be typed. */
export const OFFERED = [
  ...['ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr', 'ga', 'gl'],
  ...['he', 'hi', 'hr', 'hu', 'id', 'is', 'it', 'ja', 'ka', 'kk', 'ko', 'lt', 'lv', 'mk', 'ms', 'mt', 'nb'],
  ...[
    'nl',
    'pl',
    'pt',
    'pt-BR',
    'ro',
    'ru',
    'sk',
    'sl',
    'sq',
    'sr',
    'sv',
    'sw',
    'ta',
    'th',
    'tr',
    'uk',
    'ur',
  ],
  ...['vi', 'zh-Hans', 'zh-Hant'],
] as const;

/** As many characters as a tag may have where it is kept. */
const LONGEST_TAG = 35;

/** The tag as it is written (`pt-BR`), or null for what is none. Extensions of the tag are dropped. */
export function readTag(text: string): string | null {
  const typed = text.trim().replaceAll('_', '-');
  if (typed === '' || typed.length > LONGEST_TAG || !/^(?!und)[a-z]{2,3}(-|$)/i.test(typed)) return null;
  try {
    return new Intl.Locale(typed).baseName;
  } catch {
    return null;
  }
}

/**
 * Scripts written from right to left (Unicode 17, the living ones). A list, because not every browser knows
 * `Intl.Locale.prototype.getTextInfo` yet; what is likely of a tag without a script, every one of them knows.
 */
const FROM_THE_RIGHT: ReadonlySet<string> = new Set([
  ...['Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'],
]);

export function isRightToLeft(tag: string): boolean {
  const known = readTag(tag);
  return known !== null && FROM_THE_RIGHT.has(new Intl.Locale(known).maximize().script ?? '');
}

export function directionOf(tag: string): 'rtl' | 'ltr' {
  return isRightToLeft(tag) ? 'rtl' : 'ltr';
}

/** The name of a language, in itself unless `inTag` says in which one: `Deutsch`, `German`. The tag where none is known. */
export function languageName(tag: string, inTag: string = tag): string {
  try {
    return (inTag === 'en' ? IN_ENGLISH : namesIn(inTag)).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function namesIn(tag: string): Intl.DisplayNames {
  return new Intl.DisplayNames([tag, 'en'], { type: 'language' });
}

/** Made once: groups of people ask for thousands of names. */
const IN_ENGLISH = namesIn('en');

export interface OfferedLanguage {
  value: string;
  label: string;
}

/** All languages to choose from, by their English names, and this one, whatever it is. */
export function languagesWith(tag: string | null): OfferedLanguage[] {
  const offered = offeredLanguages(new Set());
  if (tag === null || offered.some(({ value }) => value === tag)) return offered;
  return [{ value: tag, label: languageName(tag, 'en') }, ...offered];
}

/** The languages to choose from besides those taken, by their English names. */
export function offeredLanguages(taken: ReadonlySet<string>): OfferedLanguage[] {
  // Each engine has names of its own, so a browser must not make this list a second time.
  const offered = OFFERED.filter((tag) => !taken.has(tag)).map((value) => {
    const [name, ownName] = [languageName(value, 'en'), languageName(value)];
    return { value, label: name === ownName ? name : `${name} · ${ownName}` };
  });
  return offered.sort((one, other) => (one.label < other.label ? -1 : 1));
}
