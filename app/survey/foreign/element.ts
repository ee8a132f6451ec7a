import type { ForeignElement, Said, TakenLine } from '../question/foreign.ts';
import { languageTag } from './language-tag.ts';
import { withoutBraces } from './marks.ts';
import { hasAt, isOnAt, type Loose, own, textAt } from './own.ts';
import { type PlainWords, plainWords } from './plain-words.ts';

/** A text as it stands in the file, by their name of its language; the empty name is the survey's own. */
export type Texts = ReadonlyMap<string, string>;

/** How one format writes texts and lists. */
export interface Dialect {
  texts(raw: Loose, path: string): Texts;
  lines(raw: Loose, path: string): { theirs: string; texts: Texts }[];
  /** Puts marks (`marks.ts`) where the format fills something in. */
  mark(text: string): string;
}

/** More lines of one list are not looked at. */
const MOST_LINES = 200;

export interface ReadElement extends ForeignElement {
  readonly raw: Loose;
  /** What its texts were dressed in, so far as they were read. */
  dressing(): PlainWords['lost'];
}

/** One of their questions, to be asked for its parts. */
export function elementOf(dialect: Dialect, type: string, raw: Loose, wordingPath: string): ReadElement {
  const lost = { format: false, link: false, picture: false, code: false };
  const say = (texts: Texts): Said => sayIn(dialect, texts, lost);
  const said = (path: string) => say(dialect.texts(raw, path));
  return {
    ...{ type, raw, said, wording: said(wordingPath), dressing: () => lost },
    lines: (path): TakenLine[] =>
      dialect
        .lines(raw, path)
        .slice(0, MOST_LINES)
        .map(({ theirs, texts }) => ({ theirs: theirs.slice(0, 200), label: say(texts) })),
    text: (path) => textAt(raw, path).slice(0, 500),
    number: (path) => numberOf(own(raw, path)),
    isOn: (path) => isOnAt(raw, path),
    has: (path) => hasAt(raw, path),
  };
}

function numberOf(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim()
        ? Number(value)
        : Number.NaN;
  return Number.isFinite(number) && Math.abs(number) <= 1e9 ? number : null;
}

/** Marks are set before the text is made plain, because a mark's name may look like a tag or an entity. */
function sayIn(dialect: Dialect, texts: Texts, lost: PlainWords['lost']): Said {
  const others = new Map<string, string>();
  let text = '';
  for (const [name, written] of [...texts].slice(0, 60)) {
    const words = wordsOf(dialect, written, lost);
    const tag = name === '' ? '' : languageTag(name);
    if (name === '') text = words;
    else if (tag && words !== '') others.set(tag, words);
  }
  return { text, others };
}

function wordsOf(dialect: Dialect, written: string, lost: PlainWords['lost']): string {
  const plain = plainWords(written);
  for (const name of ['format', 'link', 'picture', 'code'] as const) lost[name] ||= plain.lost[name];
  return withoutBraces(dialect.mark(plain.words));
}
