import type { Scale as AskedScale, Reading } from '#app/survey/question/room.ts';
import type { Question } from '#app/survey/question.ts';
import type { Scale } from './scale.ts';

/** A question of a published version, with what its kind says about reading it. */
export interface AskedQuestion {
  surveyVersionId: string;
  key: string;
  scale: AskedScale;
  concept: string;
  /** As it reads where nobody in particular is asked. */
  wording: string;
  wordingKey: string;
  options: { key: string; label: string }[];
  /** As it was asked. */
  frozen: Question;
  reading: Reading;
}

/** A question whose answers are counted; texts are read. */
export interface CountedQuestion extends AskedQuestion {
  scale: Scale;
}

export function isCounted(question: AskedQuestion): question is CountedQuestion {
  return question.reading.view !== 'words' && question.reading.view !== 'none';
}
