import { z } from 'zod';
import { BASES } from '#app/persona/persona.ts';
import { Condition } from '../logic/condition.ts';
import { isLines, type Part, type PartValue } from '../question/part.ts';
import { isKind, QUESTION_KINDS, type QuestionKind, roomOf } from '../question/rooms.ts';
import { type Option, SERVED_LINES } from '../question/shared.ts';
import { MOST_QUESTIONS, type QuestionSet } from '../question.ts';
import { SHARED_ANSWERS } from '../shared-answers.ts';

/** PostgreSQL keeps no NUL, and nobody types one on purpose. */
const short = (most: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .max(most, `Keep it under ${most} characters.`);
const DraftLine = z.object({ key: short(40), label: short(200) });
const DraftJump = z.object({ when: Condition, to: short(40) });

const Shared = z.object({
  key: z.string().max(40),
  kind: z.enum(QUESTION_KINDS),
  concept: short(60),
  wording: short(500),
  help: short(300).default(''),
  required: z.boolean(),
  declinable: z.boolean().default(false),
  /** The line of the purpose that it serves; empty while nobody said. */
  serves: z.enum(['', ...SERVED_LINES]).default(''),
  /** Whose work it takes for granted; empty for anybody's. */
  assumes: z.enum(['', ...BASES]).default(''),
  showIf: Condition.nullable().default(null),
  jumps: z.array(DraftJump).max(10).default([]),
  /** What its kind has besides, as typed: see `Room.parts`. */
  parts: z
    .record(z.string().max(40), z.union([short(500), z.boolean(), z.array(DraftLine).max(60)]))
    .default({}),
});

/**
 * A question while it is written: every part may still be blank. A frozen question reads as one too, its parts gathered
 * from beside the shared fields.
 */
export const DraftQuestion = z.preprocess(gatherParts, Shared);
export type DraftQuestion = z.infer<typeof Shared>;

/** A finding of the language check that somebody stands by. */
const Accepted = z.object({
  /** See `findingKey`: rewriting the words takes the acceptance away. */
  finding: z.string().max(200),
  reason: z.string().min(1).max(300),
  by: z.string().max(80),
  at: z.number().int(),
});
export type Accepted = z.infer<typeof Accepted>;

/** A set of questions while it is written, as `survey.draft` keeps it. */
export const Draft = z.object({
  intro: short(600),
  closing: short(600).default(''),
  /** What a link for a page or chat makes of the answers. */
  shared: z.enum(SHARED_ANSWERS).default('held'),
  questions: z.array(DraftQuestion).max(MOST_QUESTIONS),
  /** The number of the next key. Keys are never used again: a new question must not join an old series. */
  next: z.number().int().min(1).default(1),
  accepted: z.array(Accepted).max(500).default([]),
});
export type Draft = z.infer<typeof Draft>;

export function emptyDraft(): Draft {
  return { intro: '', closing: '', shared: 'held', questions: [], next: 1, accepted: [] };
}

/** A draft that goes on from what was frozen. */
export function draftFrom({ intro, closing, shared, questions }: QuestionSet): Draft {
  return Draft.parse({ intro, closing, shared, questions });
}

function gatherParts(question: unknown): unknown {
  if (typeof question !== 'object' || question === null || 'parts' in question) return question;
  const flat = question as Record<string, unknown>;
  if (!isKind(flat.kind)) return question;
  const parts = roomOf({ kind: flat.kind }).parts.flatMap(({ name }) =>
    flat[name] === undefined
      ? []
      : [[name, typeof flat[name] === 'number' ? String(flat[name]) : flat[name]]],
  );
  return { ...flat, parts: Object.fromEntries(parts) };
}

/** Puts a question of this kind at the end, or after another; lists come with as many blank lines as they need. */
export function addQuestion(draft: Draft, kind: QuestionKind, after?: string): Draft {
  const number = freeNumber(draft);
  const at = draft.questions.findIndex(({ key }) => key === after) + 1 || draft.questions.length;
  const question = blankQuestion(kind, `q${number}`);
  const questions = [...draft.questions.slice(0, at), question, ...draft.questions.slice(at)];
  return roomOf({ kind }).parts.reduce((added, part) => withBlankLines(added, question.key, part), {
    ...draft,
    questions,
    next: number + 1,
  });
}

function blankQuestion(kind: QuestionKind, key: string): DraftQuestion {
  const { concept = '', wording = '', required = false, serves = '', parts = {} } = roomOf({ kind }).blank;
  return {
    ...{ key, kind, concept, wording, help: '', required, declinable: false, serves, assumes: '' },
    ...{ showIf: null, jumps: [], parts: { ...parts } },
  };
}

function withBlankLines(draft: Draft, key: string, part: Part): Draft {
  if (part.control !== 'lines') return draft;
  return Array.from({ length: part.least }).reduce<Draft>((filled) => addLine(filled, key, part.name), draft);
}

/** Puts a blank line at the end of one of a question's lists. */
export function addLine(draft: Draft, key: string, name: string): Draft {
  const number = freeNumber(draft);
  const changed = changeQuestion(draft, key, (question) => {
    const part = roomOf(question).parts.find((one) => one.name === name);
    if (part?.control !== 'lines') return question;
    return withLines(question, name, [
      ...linesOf(question, name),
      { key: `${part.letter}${number}`, label: '' },
    ]);
  });
  return { ...changed, next: number + 1 };
}

export function removeLine(draft: Draft, key: string, name: string, line: string): Draft {
  return changeQuestion(draft, key, (question) =>
    withLines(
      question,
      name,
      linesOf(question, name).filter((one) => one.key !== line),
    ),
  );
}

export function moveLine(draft: Draft, key: string, name: string, line: string, by: -1 | 1): Draft {
  return changeQuestion(draft, key, (question) => {
    const lines = linesOf(question, name);
    const from = lines.findIndex((one) => one.key === line);
    return withLines(question, name, moved(lines, from, from + by));
  });
}

export function linesOf({ parts }: Pick<DraftQuestion, 'parts'>, name: string): Option[] {
  const value = parts[name];
  return isLines(value) ? value : [];
}

function withLines(question: DraftQuestion, name: string, lines: Option[]): DraftQuestion {
  return { ...question, parts: { ...question.parts, [name]: lines } };
}

/** The number of a key that nothing in the draft wears, e.g. a set that was imported with keys of its own. */
function freeNumber(draft: Draft): number {
  const taken = new Set(draft.questions.flatMap(keysOf));
  let number = draft.next;
  while (['q', 'o', 'r', 'c'].some((letter) => taken.has(`${letter}${number}`))) number += 1;
  return number;
}

function keysOf({ key, parts }: DraftQuestion): string[] {
  return [
    key,
    ...Object.values(parts).flatMap((value) => (isLines(value) ? value.map((line) => line.key) : [])),
  ];
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

/** A copy right after its original, with keys of its own: a second question, not a second series of the first. */
export function copyQuestion(draft: Draft, key: string): Draft {
  const original = draft.questions.find((question) => question.key === key);
  if (!original) return draft;
  const added = addQuestion(draft, original.kind, key);
  const copy = added.questions[draft.questions.indexOf(original) + 1]!;
  const { key: newKey } = copy;
  const blank = changeQuestion(added, newKey, () => ({ ...original, key: newKey, jumps: [], parts: {} }));
  return Object.entries(original.parts).reduce(
    (made, [name, value]) => copyPart(made, newKey, name, value),
    blank,
  );
}

function copyPart(draft: Draft, key: string, name: string, value: PartValue): Draft {
  if (!isLines(value))
    return changeQuestion(draft, key, (one) => ({ ...one, parts: { ...one.parts, [name]: value } }));
  return value.reduce((made, { label }) => {
    const added = addLine(made, key, name);
    return changeQuestion(added, key, (question) => {
      const lines = linesOf(question, name);
      return withLines(question, name, lines.with(-1, { ...lines.at(-1)!, label }));
    });
  }, draft);
}

/** Moves a question one place; at either end it stays where it is. */
export function moveQuestion(draft: Draft, key: string, by: -1 | 1): Draft {
  return moveQuestionTo(draft, key, draft.questions.findIndex((question) => question.key === key) + by);
}

/** Moves a question to a place, from 0; a place outside leaves it where it is. */
export function moveQuestionTo(draft: Draft, key: string, to: number): Draft {
  const from = draft.questions.findIndex((question) => question.key === key);
  return { ...draft, questions: moved(draft.questions, from, to) };
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const isInside = from >= 0 && to >= 0 && from < list.length && to < list.length;
  if (!isInside) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
}
