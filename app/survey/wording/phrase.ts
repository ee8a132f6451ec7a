import type { SurveyText, Word } from './survey-text.ts';

/**
 * Phrases are matched word by word, so the time grows with the text and never explodes. In a pattern:
 * `a|b` either word, `a*` words that begin so, `a?` may be absent, `^` first: only where a clause opens,
 * `$` last: only where the sentence ends, capitals: written exactly so.
 */
interface Piece {
  exact: ReadonlySet<string>;
  prefixes: readonly string[];
  isOptional: boolean;
  isCased: boolean;
}

interface Phrase {
  pattern: string;
  pieces: Piece[];
  opens: boolean;
  closes: boolean;
}

/** Words `first` to `last` (exclusive) of a text, and the pattern they fit. */
export interface Match {
  pattern: string;
  first: number;
  last: number;
}

const compiled = new WeakMap<readonly string[], { starts: Map<string, Phrase[]>; rest: Phrase[] }>();

function compile(patterns: readonly string[]) {
  const known = compiled.get(patterns);
  if (known) return known;
  const starts = new Map<string, Phrase[]>();
  const rest: Phrase[] = [];
  for (const phrase of patterns.map(readPattern)) {
    const [head] = phrase.pieces;
    if (head!.isOptional || head!.prefixes.length > 0) rest.push(phrase);
    else
      for (const word of head!.exact)
        starts.set(word.toLowerCase(), [...(starts.get(word.toLowerCase()) ?? []), phrase]);
  }
  const table = { starts, rest };
  compiled.set(patterns, table);
  return table;
}

function readPattern(pattern: string): Phrase {
  const opens = pattern.startsWith('^');
  const closes = pattern.endsWith('$');
  const body = pattern.slice(opens ? 1 : 0, closes ? -1 : undefined).trim();
  return { pattern, opens, closes, pieces: body.split(' ').map(readPiece) };
}

function readPiece(written: string): Piece {
  const isOptional = written.endsWith('?');
  const words = (isOptional ? written.slice(0, -1) : written).split('|');
  return {
    exact: new Set(words.filter((word) => !word.endsWith('*'))),
    prefixes: words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    isOptional,
    isCased: written !== written.toLowerCase(),
  };
}

/** Every place where one of the patterns fits: the longest fit wins, and fits do not overlap. */
export function findPhrases(read: SurveyText, patterns: readonly string[]): Match[] {
  const { starts, rest } = compile(patterns);
  const found: Match[] = [];
  for (let at = 0; at < read.words.length; at += 1) {
    const own = starts.get(read.words[at]!.key);
    let best: Match | null = null;
    for (const phrase of own ? [...own, ...rest] : rest) {
      const last = phrase.opens && !read.words[at]!.opens ? -1 : endOfFit(read, phrase, at, at, 0);
      if (last > (best?.last ?? at)) best = { pattern: phrase.pattern, first: at, last };
    }
    if (best === null) continue;
    found.push(best);
    at = best.last - 1;
  }
  return found;
}

/** The word after the fit that begins at `first`, or -1. */
function endOfFit(read: SurveyText, phrase: Phrase, first: number, at: number, piece: number): number {
  const wanted = phrase.pieces[piece];
  if (wanted === undefined)
    return !phrase.closes || read.words[at]?.sentence !== read.words[first]!.sentence ? at : -1;
  const word = read.words[at];
  const isHere = word?.sentence === read.words[first]!.sentence && takes(read, wanted, word);
  const last = isHere ? endOfFit(read, phrase, first, at + 1, piece + 1) : -1;
  return last < 0 && wanted.isOptional ? endOfFit(read, phrase, first, at, piece + 1) : last;
}

function takes(read: SurveyText, piece: Piece, word: Word): boolean {
  const key = piece.isCased && !word.isPlaceholder ? read.text.slice(word.start, word.end) : word.key;
  return piece.exact.has(key) || piece.prefixes.some((prefix) => key.startsWith(prefix));
}

/** Which words lie in a fit of these patterns. */
export function covered(read: SurveyText, patterns: readonly string[]): Set<number> {
  const inside = new Set<number>();
  for (const { first, last } of findPhrases(read, patterns))
    for (let at = first; at < last; at += 1) inside.add(at);
  return inside;
}

const lists = new Map<string, Piece>();

/** Whether a word is in a list such as `satisf* easy well`. */
export function isIn(list: string, key: string): boolean {
  const piece = lists.get(list) ?? readPiece(list.trim().replaceAll(' ', '|'));
  lists.set(list, piece);
  return piece.exact.has(key) || piece.prefixes.some((prefix) => key.startsWith(prefix));
}
