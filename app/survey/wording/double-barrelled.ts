import type { Found } from './finding.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { covered, isIn } from './phrase.ts';
import type { Sentence, SurveyText } from './survey-text.ts';

/**
 * Two things asked in one question. What is joined counts only where one answer must serve both: after a word
 * that measures ("how satisfied ... price and support"), in a statement to agree with, in a yes-or-no question,
 * or where a second question begins. Better to miss one than to tire the author with harmless "and"s.
 */
export function findDoubleBarrelled(read: SurveyText, lexicon: Lexicon): Found[] {
  const known = { pairs: covered(read, lexicon.pairs), clauses: covered(read, lexicon.clause) };
  const asking = read.sentences.filter((sentence) => sentence.asks && sentence.last > sentence.first);
  const judged = asking.length > 0 ? asking : read.sentences.filter(({ last, first }) => last > first);
  const joined = judged.flatMap((sentence) => findJoined(read, sentence, lexicon, known) ?? []);
  return [...joined, ...findSecondQuestion(read, asking, lexicon)];
}

/** What was read of a sentence up to a word. */
interface Reading {
  /** The last measuring word, or -1. */
  scale: number;
  isInClause: boolean;
  isBetween: boolean;
}

function findJoined(
  read: SurveyText,
  sentence: Sentence,
  lexicon: Lexicon,
  known: { pairs: ReadonlySet<number>; clauses: ReadonlySet<number> },
): Found | null {
  const key = (at: number) => read.words[at]!.key;
  const reading: Reading = { scale: -1, isInClause: false, isBetween: false };
  for (let at = sentence.first; at < sentence.last; at += 1) {
    const isAnd = isIn(lexicon.and, key(at));
    const isOr = !isAnd && isIn(lexicon.or, key(at));
    if (!isAnd && !isOr) {
      if (known.clauses.has(at)) reading.isInClause = true;
      takeIn(reading, key(at), at, lexicon, sentence.asks);
      continue;
    }
    if (at === sentence.first || at === sentence.last - 1 || /^\d/.test(key(at + 1))) continue;
    if (reading.isBetween || isPair(read, at, lexicon, known.pairs)) {
      reading.isBetween = false;
      continue;
    }
    const weight = isAnd
      ? weighAnd(read, sentence, at, lexicon, reading)
      : weighOr(read, sentence, at, lexicon, reading);
    if (weight !== null) return reportJoined(read, sentence, at, lexicon, weight);
  }
  return null;
}

/** "You and your team" is one; "..., and which" after a comma begins a second question all the same. */
function isPair(read: SurveyText, at: number, lexicon: Lexicon, pairs: ReadonlySet<number>): boolean {
  const isNewQuestion = read.words[at]!.opens && isIn(lexicon.asks, read.words[at + 1]!.key);
  return pairs.has(at) && (pairs.has(at + 1) || !isNewQuestion);
}

function takeIn(reading: Reading, key: string, at: number, lexicon: Lexicon, asks: boolean): void {
  if (isIn(lexicon.scale, key)) {
    reading.scale = at;
    reading.isInClause = false;
  } else if (!asks && isIn(lexicon.asks, key) && !isIn(lexicon.copulas, key)) {
    reading.isInClause = true;
  }
  if (isIn(lexicon.between, key)) reading.isBetween = true;
}

function weighAnd(
  read: SurveyText,
  sentence: Sentence,
  at: number,
  lexicon: Lexicon,
  { scale, isInClause }: Reading,
): Found['weight'] | null {
  const next = read.words[at + 1]!.key;
  if (sentence.asks && isIn(lexicon.asks, next)) {
    // "What happened and when?" asks for one story.
    if (at + 2 >= sentence.last) return null;
    return scale >= 0 ? 'settle' : 'advice';
  }
  if (isInClause) return null;
  if (!sentence.asks) return hasCopula(read, sentence, lexicon) ? 'settle' : null;
  if (scale >= 0) return 'settle';
  return isIn(lexicon.yesNo, read.words[sentence.first]!.key) ? 'advice' : null;
}

function weighOr(
  read: SurveyText,
  sentence: Sentence,
  at: number,
  lexicon: Lexicon,
  { scale, isInClause }: Reading,
): Found['weight'] | null {
  // "How easy or hard", "agree or disagree": both ends of one scale.
  if (!sentence.asks || scale < 0 || scale === at - 1 || isInClause) return null;
  for (let word = sentence.first; word < sentence.last; word += 1) {
    if (isIn(lexicon.choice, read.words[word]!.key)) return null;
  }
  return 'settle';
}

function hasCopula(read: SurveyText, { first, last }: Sentence, lexicon: Lexicon): boolean {
  return read.words.slice(first, last).some(({ key }) => isIn(lexicon.copulas, key));
}

function reportJoined(
  read: SurveyText,
  sentence: Sentence,
  at: number,
  lexicon: Lexicon,
  weight: Found['weight'],
): Found {
  let first = at - 1;
  while (first > sentence.first && read.words[first]!.continues) first -= 1;
  const left = read.words[first]!;
  let last = at + 1;
  while (last < sentence.last - 1 && isIn(lexicon.skip, read.words[last]!.key)) last += 1;
  while (last < sentence.last - 1 && read.words[last + 1]!.continues) last += 1;
  const right = read.words[last]!;
  const said = read.text.slice(left.start, right.end);
  return {
    rule: 'double_barrelled',
    start: left.start,
    end: right.end,
    weight,
    sentence: `“${said}” asks two things at once, and one answer cannot tell them apart. Ask about one, or ask twice.`,
    suggestion: null,
  };
}

/** A second question mark, unless it only follows up: "Why?", "What else?". */
function findSecondQuestion(read: SurveyText, asking: readonly Sentence[], lexicon: Lexicon): Found[] {
  const second = asking.slice(1).find(({ first, last }) => {
    const opening = read.words.slice(first, Math.min(last, first + 2));
    return last - first > 2 && !opening.some(({ key }) => isIn(lexicon.why, key));
  });
  if (!second) return [];
  return [
    {
      rule: 'double_barrelled',
      start: second.start,
      end: second.end,
      weight: 'settle',
      sentence: 'This text asks two questions. Give the second one its own place, or leave it out.',
      suggestion: null,
    },
  ];
}
