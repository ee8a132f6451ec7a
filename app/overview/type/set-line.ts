import bidiFactory from 'bidi-js';

/** A stretch of a line that is read in one direction, as it stands from left to right. */
export interface Run {
  text: string;
  isRightToLeft: boolean;
}

const bidi = bidiFactory();

/** A line in reading order as the runs that stand beside one another (Unicode annex 9, rules L1 and L2). */
export function visualRuns(line: string): Run[] {
  if (line === '') return [];
  const { levels } = bidi.getEmbeddingLevels(line);
  const runs: { text: string; level: number }[] = [];
  for (let at = 0; at < line.length; at += 1) {
    const level = levels[at]!;
    const last = runs.at(-1);
    if (last?.level === level) last.text += line[at];
    else runs.push({ text: line[at]!, level });
  }
  return reordered(runs).map(({ text, level }) => ({ text, isRightToLeft: level % 2 === 1 }));
}

/** From the highest level down, whatever stands at that level or above is turned around. */
function reordered<T extends { level: number }>(runs: readonly T[]): T[] {
  const levels = runs.map(({ level }) => level);
  let order = [...runs];
  for (let level = Math.max(...levels); level >= 1; level -= 1) order = turned(order, level);
  return order;
}

function turned<T extends { level: number }>(runs: readonly T[], level: number): T[] {
  const order: T[] = [];
  let held: T[] = [];
  for (const run of runs) {
    if (run.level >= level) held.push(run);
    else {
      order.push(...held.reverse(), run);
      held = [];
    }
  }
  return [...order, ...held.reverse()];
}

/** Stands for words in letters that the font has not. */
export const UNSET = '[…]';

/** The same text with every stretch that `hasLetter` cannot set named as one, never a box or a blank. */
export function settable(text: string, hasLetter: (codePoint: number) => boolean): string {
  let set = '';
  let isGap = false;
  for (const letter of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    const known = isUnseen(letter) ? null : hasLetter(letter.codePointAt(0)!);
    if (known === null) continue;
    // A blank inside foreign words belongs to them.
    if (known) set += letter;
    else if (!isGap && !set.endsWith(`${UNSET} `)) set += UNSET;
    isGap = !known;
  }
  return set.replace(/ +/g, ' ').trim();
}

/** Marks of direction and joining, which no font draws. */
function isUnseen(letter: string): boolean {
  return /^(?:\p{Cf}|\p{Cc}|\p{Variation_Selector})$/u.test(letter);
}

/** Breaks a text into lines no wider than `width`, at blanks, and inside a word only where it alone is wider. */
export function breakLines(text: string, width: number, widthOf: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width, widthOf))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function pieces(word: string, width: number, widthOf: (line: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const cut: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && widthOf(piece + letter) > width) {
      cut.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return piece === '' ? cut : [...cut, piece];
}

/** At most so many lines; the last one says that there was more. */
export function capLines(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? '';
  return [...kept, `${last.replace(/\s*\S*$/, '') || last} …`];
}
