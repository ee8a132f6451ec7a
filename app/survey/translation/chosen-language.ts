import { readTag } from '#app/survey/translation/language.ts';

interface Wishes {
  /** Pressed on the page: `?lang=`. */
  asked: string | null;
  /** What is known of the person who was invited. */
  personLanguage: string | null;
  /** The browser's header, as it came. */
  acceptLanguage: string | null;
  /** The languages of the survey. */
  spoken: readonly string[];
  /** The language it was written in, which is one of them. */
  written: string;
}

/** The survey's language that a respondent reads: what they pressed, then what they are known by, then their browser. */
export function chosenLanguage({ asked, personLanguage, acceptLanguage, spoken, written }: Wishes): string {
  for (const wish of [asked, personLanguage, ...accepted(acceptLanguage)]) {
    const tag = wish && closestLanguage(wish, spoken);
    if (tag) return tag;
  }
  return written;
}

/** The same tag, or the same language in the same script: `de-AT` is served by `de`, and `zh-TW` is not by `zh-CN`. */
export function closestLanguage<Tag extends string>(wish: string, offered: readonly Tag[]): Tag | null {
  const tag = readTag(wish);
  if (!tag) return null;
  const same = offered.find((one) => readTag(one) === tag);
  if (same) return same;
  const near = offered.filter((one) => scripted(one) === scripted(tag));
  return near.find((one) => !one.includes('-')) ?? near[0] ?? null;
}

/** Whether texts in these two languages are read by the same people. */
export function isSameLanguage(one: string, other: string): boolean {
  return scripted(one) === scripted(other);
}

function scripted(tag: string): string {
  const known = readTag(tag);
  if (!known) return tag;
  const { language, script } = new Intl.Locale(known).maximize();
  return `${language}-${script}`;
}

/** More wishes than any browser sends. */
const MOST_WISHES = 20;

/** The tags of an `Accept-Language` header, best first (RFC 9110, 12.5.4). `*` wishes for nothing. */
function accepted(header: string | null): string[] {
  const wishes = (header ?? '').split(',', MOST_WISHES).map((part) => {
    const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = parameters.find((parameter) => /^q=/i.test(parameter));
    return { tag, weight: weight ? Number(weight.slice(2)) : 1 };
  });
  return wishes
    .filter(({ weight }) => weight > 0 && weight <= 1)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
