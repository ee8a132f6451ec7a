/** A text and what it is made of. */
export interface Terms {
  /** Its words in the order written. */
  words: readonly string[];
  /** Its words and pairs of neighbouring words, each once. */
  terms: ReadonlySet<string>;
}

/** How far a term speaks for a theme: how many times as often it is in the theme's quotes as in all texts. */
export type Signs = ReadonlyMap<string, number>;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that set no blanks between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** Shorter words hold texts together in every language that sets blanks. */
const SHORTEST = 3;

/** What a text is made of, in any language: nothing is known of words but where they end. */
export function termsOf(text: string): Terms {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = UNSPACED.test(plain) ? segmented(plain) : (plain.match(WORD) ?? []);
  const terms = new Set<string>();
  for (const [at, word] of words.entries()) {
    if (isTelling(word)) terms.add(word);
    const before = words[at - 1];
    if (before && isTelling(before) && isTelling(word)) terms.add(`${before} ${word}`);
  }
  return { words, terms };
}

function segmented(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text);
  return [...segments].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

function isTelling(word: string): boolean {
  return UNSPACED.test(word) ? word.length > 1 : word.length >= SHORTEST;
}

/** Texts of the theme that a term must be in, or it is one person's way of speaking. */
const FEWEST_QUOTES = 2;
/** A term is a sign from so many times as often on as in all texts. */
const LEAST_LIFT = 3;
/** What more of all texts hold than this says nothing. */
const MOST_COMMON = 0.3;

/** Among fewer texts every word is seldom, and says nothing. */
const FEWEST_TEXTS = 12;

/** What speaks for a theme: terms of its confirmed quotes that are seldom elsewhere. `all` are texts of the same persona. */
export function signsOf(quotes: readonly Terms[], all: readonly Terms[]): Signs {
  const inQuotes = countTexts(quotes);
  const inAll = countTexts(all);
  const signs = new Map<string, number>();
  if (all.length < FEWEST_TEXTS) return signs;
  for (const [term, count] of inQuotes) {
    if (count < FEWEST_QUOTES) continue;
    // A quote of another wave may be none of all texts: a term is never rarer than its quotes say.
    const commonness = (inAll.get(term) ?? count) / Math.max(all.length, quotes.length);
    const lift = count / quotes.length / commonness;
    if (lift >= LEAST_LIFT && commonness <= MOST_COMMON) signs.set(term, lift);
  }
  return signs;
}

function countTexts(texts: readonly Terms[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of texts) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Signs must say together that the theme is four times as likely as without them. */
const ENOUGH = Math.log2(4);

/** The words of a text that speak for the theme, strongest first; null where they don't suffice. */
export function matchedWords(text: Terms, name: Terms, signs: Signs): string[] | null {
  const named = [...name.terms].filter((term) => !term.includes(' '));
  if (named.length > 0 && named.every((word) => text.terms.has(word))) return named;
  const found = [...signs].filter(([term]) => text.terms.has(term)).sort(byStrength);
  const said = new Set<string>();
  // A word that a stronger sign holds already says nothing more.
  const apart = found.filter(([term]) => {
    const isNew = term.split(' ').every((word) => !said.has(word));
    if (isNew) for (const word of term.split(' ')) said.add(word);
    return isNew;
  });
  const weight = apart.reduce((sum, [, lift]) => sum + Math.log2(lift), 0);
  return weight >= ENOUGH ? apart.map(([term]) => term) : null;
}

/** The stronger first, then the longer: the same for every run. */
function byStrength([a, of]: [string, number], [b, than]: [string, number]): number {
  return than - of || b.length - a.length || (a < b ? -1 : 1);
}
