import { roomOf } from '#app/survey/question/rooms.ts';
import type { Question } from '#app/survey/question.ts';

/** A question that a rule can act on, as it was last published for one persona. */
export interface OfferedQuestion {
  surveyId: string;
  surveyName: string;
  personaId: string;
  key: string;
  wording: string;
  /** The ends of its scale; null where choices are made. */
  scale: { low: number; high: number } | null;
  choices: { key: string; label: string }[];
}

/** What a rule can act on of a question; null where it is answered in words, numbers or grids. */
export function offeredOf(question: Question): Pick<OfferedQuestion, 'scale' | 'choices'> | null {
  const room = roomOf(question);
  const testable = room.testable(question);
  if (testable.kind === 'number' && room.group === 'scale') {
    const { low, high } = testable;
    return { scale: { low: low ?? 0, high: high ?? 10 }, choices: [] };
  }
  if (testable.kind === 'choice' && room.reading(question).view === 'shares')
    return { scale: null, choices: testable.options.map(({ key, label }) => ({ key, label })) };
  return null;
}
