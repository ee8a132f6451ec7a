import {
  type AnswerValue,
  answered,
  BLANK,
  fault,
  type Given,
  givenOf,
  type ReadAnswer,
} from './question/given.ts';
import { roomOf } from './question/rooms.ts';
import { DECLINED } from './question/shared.ts';
import type { Question } from './question.ts';

/** The field of "prefer not to say", beside every kind of control. */
export function declinedField(key: string): string {
  return `${key}.declined`;
}

/** Reads what a form or the API sent for one question. Never clamps, never guesses. */
export function readAnswer(question: Question, given: Given): ReadAnswer {
  const room = roomOf(question);
  if (!room.asks) return BLANK;
  // Whoever ticks it has answered, whatever else was typed before.
  if (question.declinable && givenOf(given, declinedField(question.key)).length > 0)
    return answered({ choices: [DECLINED] });
  const read = room.read(question, given);
  return read.kind === 'blank' && question.required ? fault(room.missing) : read;
}

/** What the tally counts for this answer: digits of a score, tokens of choices; a text counts nothing. */
export function tallyValues(question: Question, value: AnswerValue): string[] {
  return value.choices?.includes(DECLINED) ? [DECLINED] : roomOf(question).tally(question, value);
}
