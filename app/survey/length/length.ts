import { JUMP_END } from '../logic/condition.ts';
import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';

/** Silent reading of English prose, words a second: 238 a minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). */
const WORDS_A_SECOND = 238 / 60;

/** Past this many seconds a page says so. */
export const LONG = 120;

export interface Length {
  /** Seconds on the shortest and on the longest way through. */
  least: number;
  most: number;
}

/** Seconds to read and answer one question. */
export function secondsFor(question: Question): number {
  const words = `${question.wording} ${question.help ?? ''}`.split(/\s+/).filter(Boolean).length;
  return roomOf(question).seconds(question) + words / WORDS_A_SECOND;
}

/**
 * How long a set takes, over all ways through it. Every condition is taken to go either way, so the two ends are an
 * honest bracket and no forecast.
 */
export function lengthOf(questions: readonly Question[]): Length {
  const places = new Map(questions.map(({ key }, at) => [key, at]));
  const least = new Array<number>(questions.length + 1).fill(0);
  const most = [...least];
  for (let at = questions.length - 1; at >= 0; at -= 1) {
    const question = questions[at]!;
    const seconds = secondsFor(question);
    const ways = waysOn(question, at, questions.length, places);
    const shortest = seconds + Math.min(...ways.map((way) => least[way]!));
    const longest = seconds + Math.max(...ways.map((way) => most[way]!));
    const canPass = question.showIf !== undefined;
    least[at] = canPass ? Math.min(shortest, least[at + 1]!) : shortest;
    most[at] = canPass ? Math.max(longest, most[at + 1]!) : longest;
  }
  return { least: Math.round(least[0]!), most: Math.round(most[0]!) };
}

function waysOn(
  { jumps = [] }: Question,
  at: number,
  end: number,
  places: ReadonlyMap<string, number>,
): number[] {
  const targets = jumps.map(({ to }) => (to === JUMP_END ? end : Math.max(at + 1, places.get(to) ?? at + 1)));
  return jumps.some(({ when }) => when.tests.length === 0) ? targets : [at + 1, ...targets];
}
