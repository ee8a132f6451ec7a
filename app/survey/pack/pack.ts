import type { PersonaBase } from '#app/persona/persona.ts';
import type { Condition, Test } from '../logic/condition.ts';
import type { QuestionKind } from '../question/rooms.ts';
import type { Jump, ServedLine } from '../question/shared.ts';
import { QuestionSet } from '../question.ts';
import type { Occasion } from './occasion.ts';

/** The same text in English and in German. */
export type Words = readonly [en: string, de: string];

/** A question of a pack, its texts in both languages side by side. */
export interface PackQuestion {
  key: string;
  kind: QuestionKind;
  concept: string;
  wording: Words;
  serves: ServedLine;
  assumes?: PersonaBase;
  required?: true;
  declinable?: true;
  showIf?: Condition;
  jumps?: Jump[];
  help?: Words;
  low?: Words;
  high?: Words;
  points?: 5 | 7;
  options?: readonly (readonly [key: string, ...Words])[];
  other?: Words;
  shuffle?: true;
  pinLast?: true;
  size?: 'line' | 'area';
}

/** What a team could want to find out with a pack: shown as ideas, never written into a purpose by itself. */
export interface PurposeHints {
  unknown: string;
  decision: string;
  changeRule: string;
}

interface PackHead {
  occasion: Occasion;
  base: PersonaBase;
  /** For colleagues; also the first name of a survey that starts from it. */
  name: string;
  why: string;
  purposeHints: PurposeHints;
}

export interface PackText extends PackHead {
  intro: Words;
  closing?: Words;
  questions: readonly PackQuestion[];
}

/** Questions for one persona on one occasion, in English, with all texts in German among its translations. */
export interface Pack extends PackHead {
  set: QuestionSet;
}

const TEXT_PARTS = ['wording', 'help', 'low', 'high', 'other'] as const;

/** Parts the two languages: English becomes the set, German its translation by place. */
export function packFrom({ intro, closing, questions, ...head }: PackText): Pack {
  const german: Record<string, string> = { intro: intro[1], ...(closing && { closing: closing[1] }) };
  const english = questions.map((question) => {
    const { options, ...rest } = question;
    const texts = TEXT_PARTS.flatMap((part) => {
      const words = question[part];
      if (words) german[`${question.key}.${part}`] = words[1];
      return words ? [[part, words[0]]] : [];
    });
    const lines = options?.map(([key, en, de]) => {
      german[`${question.key}.options.${key}`] = de;
      return { key, label: en };
    });
    const required = question.required ?? false;
    return { ...rest, required, ...Object.fromEntries(texts), ...(lines && { options: lines }) };
  });
  const set = { intro: intro[0], ...(closing && { closing: closing[0] }), questions: english };
  return { ...head, set: QuestionSet.parse({ ...set, translations: { de: german } }) };
}

/** Asked only after an answer of at most this much. */
export function atMost(question: string, value: number): Condition {
  return { match: 'all', tests: [{ question, op: 'at_most', value: String(value) }] };
}

/** Asked only after an answer of at least this much. */
export function atLeast(question: string, value: number): Condition {
  return { match: 'all', tests: [{ question, op: 'at_least', value: String(value) }] };
}

/** Asked only after one of these choices. */
export function isOneOf(question: string, ...values: string[]): Condition {
  return { match: 'any', tests: values.map((value): Test => ({ question, op: 'is', value })) };
}
