import { readEmail } from '#app/audience/import/email-address.ts';
import type { Given } from '#app/survey/question/given.ts';
import type { Question } from '#app/survey/question.ts';
import { questionOf } from '../merge-given.ts';
import { plainLine } from './who-form.ts';

const LONGEST_NAME = 120;

/** The fields of a form that belong to a question; a persona, or anything else, is not an answer. */
export function answersOnly(questions: readonly Question[], given: Given): Given {
  const keys = new Set(questions.map(({ key }) => key));
  return new Map([...given].filter(([field]) => keys.has(questionOf(field))));
}

export interface SaidSelf {
  /** As it was typed. */
  typed: { name: string; email: string };
  name: string | null;
  email: string | null;
  isEmailFaulty: boolean;
  /** It comes from the last step, where a name could be written. */
  isLast: boolean;
}

/** Whose word it is, by their own account; both may stay empty. */
export function readSaidSelf(form: URLSearchParams): SaidSelf {
  const typed = { name: form.get('said_name') ?? '', email: form.get('said_email') ?? '' };
  const email = readEmail(typed.email);
  return {
    typed,
    name: plainLine(typed.name, LONGEST_NAME) || null,
    email: email.kind === 'address' ? email.address : null,
    isEmailFaulty: email.kind === 'refused',
    isLast: form.get('self') === 'send',
  };
}
