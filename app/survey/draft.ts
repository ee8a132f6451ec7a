import { z } from 'zod';
import { QuestionSet } from './question.ts';
import {
  hasOptions,
  MOST_OPTIONS,
  MOST_QUESTIONS,
  QUESTION_KINDS,
  type QuestionKind,
  SECONDS,
} from './question-kind.ts';

const short = (most: number) => z.string().max(most, `Keep it under ${most} characters.`);
const DraftOption = z.object({ key: short(40), label: short(200) });

/**
 * A question while it is written: every part may still be blank. Parts that its kind lacks stay blank, and may
 * be left out: a published question can be taken up again as a draft.
 */
export const DraftQuestion = z.object({
  key: z.string().max(40),
  kind: z.enum(QUESTION_KINDS),
  concept: short(60),
  wording: short(500),
  required: z.boolean(),
  points: z.union([z.literal(5), z.literal(7)]).default(5),
  low: short(60).default(''),
  high: short(60).default(''),
  options: z.array(DraftOption).max(MOST_OPTIONS).default([]),
});
export type DraftQuestion = z.infer<typeof DraftQuestion>;

/** A set of questions while it is written, as `survey.draft` keeps it. */
export const Draft = z.object({
  intro: short(600),
  questions: z.array(DraftQuestion).max(MOST_QUESTIONS),
  /** The number of the next key. Keys are never used again: a new question must not join an old series. */
  next: z.number().int().min(1).default(1),
});
export type Draft = z.infer<typeof Draft>;

export function emptyDraft(): Draft {
  return { intro: '', questions: [], next: 1 };
}

/** The wording a new likelihood-to-recommend question starts with; a person may still change it. */
const RECOMMEND = {
  concept: 'recommend',
  wording: 'How likely are you to recommend working with us to someone in a role like yours?',
};

/** Puts a blank question of this kind at the end; choices come with two blank lines. */
export function addQuestion(draft: Draft, kind: QuestionKind): Draft {
  const number = freeNumber(draft, 'q');
  const question: DraftQuestion = {
    key: `q${number}`,
    kind,
    concept: '',
    wording: '',
    required: kind === 'recommend',
    points: 5,
    low: '',
    high: '',
    options: [],
    ...(kind === 'recommend' && RECOMMEND),
  };
  const added = { ...draft, questions: [...draft.questions, question], next: number + 1 };
  return hasOptions(kind) ? addOption(addOption(added, question.key), question.key) : added;
}

export function addOption(draft: Draft, key: string): Draft {
  const number = freeNumber(draft, 'o');
  const option = { key: `o${number}`, label: '' };
  const changed = changeQuestion(draft, key, (question) => ({
    ...question,
    options: [...question.options, option],
  }));
  return { ...changed, next: number + 1 };
}

/** The number of a key that nothing in the draft wears, e.g. a set that was imported with keys of its own. */
function freeNumber(draft: Draft, letter: 'q' | 'o'): number {
  const taken = new Set(
    draft.questions.flatMap(({ key, options }) => [key, ...options.map((option) => option.key)]),
  );
  let number = draft.next;
  while (taken.has(`${letter}${number}`)) number += 1;
  return number;
}

export function removeOption(draft: Draft, key: string, optionKey: string): Draft {
  return changeQuestion(draft, key, (question) => ({
    ...question,
    options: question.options.filter((option) => option.key !== optionKey),
  }));
}

export function changeQuestion(
  draft: Draft,
  key: string,
  change: (question: DraftQuestion) => DraftQuestion,
): Draft {
  const questions = draft.questions.map((question) => (question.key === key ? change(question) : question));
  return { ...draft, questions };
}

/** Keeps what an editor typed, also when somebody removed the question meanwhile: it comes back at the end. */
export function putQuestion(draft: Draft, typed: DraftQuestion): Draft {
  const isThere = draft.questions.some(({ key }) => key === typed.key);
  return isThere
    ? changeQuestion(draft, typed.key, () => typed)
    : { ...draft, questions: [...draft.questions, typed] };
}

export function removeQuestion(draft: Draft, key: string): Draft {
  return { ...draft, questions: draft.questions.filter((question) => question.key !== key) };
}

/** Moves a question one place; at either end it stays where it is. */
export function moveQuestion(draft: Draft, key: string, by: -1 | 1): Draft {
  const from = draft.questions.findIndex((question) => question.key === key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= draft.questions.length) return draft;
  const questions = [...draft.questions];
  [questions[from], questions[to]] = [questions[to]!, questions[from]!];
  return { ...draft, questions };
}

/** What keeps a draft from being published, by question; `key` is null for the set as a whole. */
export interface DraftFault {
  key: string | null;
  field: string;
  sentence: string;
}

export type CheckedDraft = { kind: 'ready'; set: QuestionSet } | { kind: 'faults'; faults: DraftFault[] };

/** Reads the draft as a respondent would have to: complete, or with what is missing. */
export function checkDraft(draft: Draft): CheckedDraft {
  const parsed = QuestionSet.safeParse({ intro: draft.intro, questions: draft.questions.map(asQuestion) });
  if (parsed.success) return { kind: 'ready', set: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => {
    const [part, index, ...rest] = path;
    const key = part === 'questions' && typeof index === 'number' ? draft.questions[index]?.key : undefined;
    const field = key === undefined ? String(part) : rest.map(String).join('.');
    return { key: key ?? null, field, sentence: message };
  });
  return { kind: 'faults', faults };
}

/** The parts that a question of this kind has, as `Question` reads them. */
export function asQuestion({ points, low, high, options, ...shared }: DraftQuestion): unknown {
  switch (shared.kind) {
    case 'rating':
      return { ...shared, points: Number(points), low, high };
    case 'single':
    case 'multiple':
      return { ...shared, options };
    case 'recommend':
    case 'text':
      return shared;
    default:
      return shared.kind satisfies never;
  }
}

/** How long a set is likely to take, in seconds. */
export function secondsToAnswer(draft: Pick<Draft, 'questions'>): number {
  return draft.questions.reduce((sum, { kind }) => sum + SECONDS[kind], 0);
}
