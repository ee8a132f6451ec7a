import type { AnswerValue, Given } from '../question/given.ts';
import type { Said } from '../question/said.ts';
import type { Question } from '../question.ts';
import { readAnswer } from '../read-answer.ts';
import type { Answers } from './answers.ts';
import { pathOf } from './path.ts';

/** Every answer that reads well, also off the path; what does not read well is left out. */
export function readGiven(questions: readonly Question[], given: Given): Answers {
  const answers = new Map<string, AnswerValue>();
  for (const question of questions) {
    const read = readAnswer(question, given);
    if (read.kind === 'answered') answers.set(question.key, read.value);
  }
  return answers;
}

export interface AnsweredQuestion {
  question: Question;
  value: AnswerValue;
}

export type ReadAlong =
  | { kind: 'read'; answers: AnsweredQuestion[] }
  /** What to say of each question that needs another look. */
  | { kind: 'faulty'; faults: Map<string, Said> };

/** Reads a whole survey along the path that its answers take: what lies off it was not asked and is not kept. */
export function readAlong(questions: readonly Question[], given: Given): ReadAlong {
  const path = pathOf(questions, readGiven(questions, given));
  return readEach(path, given);
}

/** Reads these questions, all of which were asked. */
export function readEach(asked: readonly Question[], given: Given): ReadAlong {
  const answers: AnsweredQuestion[] = [];
  const faults = new Map<string, Said>();
  for (const question of asked) {
    const read = readAnswer(question, given);
    if (read.kind === 'fault') faults.set(question.key, read.said);
    if (read.kind === 'answered') answers.push({ question, value: read.value });
  }
  return faults.size > 0 ? { kind: 'faulty', faults } : { kind: 'read', answers };
}
