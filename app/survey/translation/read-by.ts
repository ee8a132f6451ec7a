import type { QuestionSet } from '../question.ts';
import { inLanguage } from '../texts.ts';
import { chosenLanguage } from './chosen-language.ts';

/** A frozen set of questions, and the language it was written in (BCP 47). */
export interface WrittenSet {
  set: QuestionSet;
  written: string;
}

/** The same in one of its languages. */
export interface ReadSet {
  language: string;
  questionSet: QuestionSet;
}

/** By set and language, because a mailing reads the same few for everybody. */
const read = new WeakMap<QuestionSet, Map<string, QuestionSet>>();

/** The questions as somebody reads them of whom no more is known than this language, if that: nobody has pressed another. */
export function readBy(personLanguage: string | null, asked: WrittenSet): ReadSet {
  const { set, written } = asked;
  const spoken = languagesOf(asked);
  const language = chosenLanguage({ asked: null, personLanguage, acceptLanguage: null, spoken, written });
  const known = read.get(set) ?? new Map<string, QuestionSet>();
  read.set(set, known);
  const questionSet = known.get(language) ?? alone(inLanguage(set, language));
  known.set(language, questionSet);
  return { language, questionSet };
}

/** The survey's languages, its own first. */
export function languagesOf({ set, written }: WrittenSet): string[] {
  return [written, ...Object.keys(set.translations ?? {})];
}

function alone({ translations: _, ...set }: QuestionSet): QuestionSet {
  return set;
}
