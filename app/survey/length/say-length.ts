import { roomOf } from '../question/rooms.ts';
import type { Question } from '../question.ts';
import { expectedFinishers } from './expected-finishers.ts';
import { LONG, lengthOf } from './length.ts';

export interface SaidLength {
  /** `40 to 70 seconds`; empty while no question is whole. */
  words: string;
  /** True past two minutes. */
  isLong: boolean;
  /** Of a hundred who begin, how many would come to the end. */
  finishers: number;
}

/** How long the questions take, and how many would stay to the end. */
export function sayLength(questions: readonly Question[]): SaidLength {
  const { least, most } = lengthOf(questions);
  const asked = questions.filter((question) => roomOf(question).asks).length;
  return {
    words: questions.length === 0 ? '' : sayBetween(least, most),
    isLong: most > LONG,
    finishers: Math.round(100 * expectedFinishers(asked)),
  };
}

function sayBetween(least: number, most: number): string {
  if (most <= LONG) return least === most ? `about ${most} seconds` : `${least} to ${most} seconds`;
  const [low, high] = [Math.round(least / 60), Math.ceil(most / 60)];
  return low === high || low === 0 ? `about ${high} minutes` : `${low} to ${high} minutes`;
}
