import { type Condition, TEST_OPS, type Test } from '../logic/condition.ts';
import type { Part, PartValue } from '../question/part.ts';
import { isKind, roomOf } from '../question/rooms.ts';
import { SERVED_LINES } from '../question/shared.ts';
import { SHARED_ANSWERS } from '../shared-answers.ts';
import { Draft, DraftQuestion, type DraftQuestion as Question } from './draft.ts';
import { type DraftAct, readAct, type Typed } from './draft-act.ts';

/**
 * A question as a form carries it, every text as typed, however long. Its fields are the names of the draft:
 * `wording`, `required`, `parts.low`, `parts.options.N.key` with `.label`, `showIf.match`, `showIf.tests.N.op`,
 * `jumps.N.to`, `jumps.N.when.tests.M.value`.
 */
function readQuestionForm(form: FormData): Question | null {
  const key = textOf(form, 'key');
  const kind = form.get('kind');
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key) || !isKind(kind)) return null;
  const isOn = (name: string) => form.get(name) !== null;
  return {
    ...{ key, kind },
    ...{ concept: textOf(form, 'concept'), wording: textOf(form, 'wording'), help: textOf(form, 'help') },
    ...{ required: isOn('required'), declinable: isOn('declinable') },
    serves: oneOf(textOf(form, 'serves'), SERVED_LINES) ?? '',
    assumes: oneOf(textOf(form, 'assumes'), ['end_user', 'influencer', 'buyer', 'advocate'] as const) ?? '',
    showIf: readCondition(form, 'showIf'),
    jumps: numbersIn(form, 'jumps').map((at) => ({
      when: readCondition(form, `jumps.${at}.when`) ?? { match: 'all', tests: [] },
      to: textOf(form, `jumps.${at}.to`),
    })),
    parts: Object.fromEntries(roomOf({ kind }).parts.map((part) => [part.name, readPart(form, part)])),
  };
}

function readPart(form: FormData, { name, control }: Part): PartValue {
  const field = `parts.${name}`;
  if (control === 'flag') return form.get(field) !== null;
  if (control !== 'lines') return textOf(form, field);
  return numbersIn(form, field).map((at) => ({
    key: textOf(form, `${field}.${at}.key`),
    label: textOf(form, `${field}.${at}.label`),
  }));
}

/** Null where the form shows no condition; one that is there may still be blank. */
function readCondition(form: FormData, field: string): Condition | null {
  if (!form.has(`${field}.match`)) return null;
  const tests = numbersIn(form, `${field}.tests`).map((at): Test => {
    const test = `${field}.tests.${at}`;
    return {
      question: textOf(form, `${test}.question`).slice(0, 40),
      op: oneOf(textOf(form, `${test}.op`), TEST_OPS) ?? 'is',
      value: textOf(form, `${test}.value`).slice(0, 80),
    };
  });
  return { match: textOf(form, `${field}.match`) === 'any' ? 'any' : 'all', tests };
}

/** The numbers of a repeated field in the form's own order: a removed line leaves a hole. */
function numbersIn(form: FormData, field: string): string[] {
  const start = `${field}.`;
  const numbers = [...form.keys()]
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length).split('.')[0]!)
    .filter((number) => /^\d+$/.test(number));
  return [...new Set(numbers)];
}

/** What was typed in the editor: the question it showed, or the words around the questions. */
export function readTyped(form: FormData): Typed {
  const around = form.has('intro')
    ? {
        intro: textOf(form, 'intro'),
        closing: textOf(form, 'closing'),
        shared: oneOf(textOf(form, 'shared'), SHARED_ANSWERS) ?? ('held' as const),
      }
    : null;
  return { question: readQuestionForm(form), around };
}

/** Which button was pressed, with what stands in the fields beside it; plain saving for anything unknown. */
export function readSentAct(form: FormData): DraftAct {
  const intent = textOf(form, 'intent');
  if (intent === 'add')
    return readAct(`add:${textOf(form, 'new')}:${textOf(form, 'after')}`) ?? { kind: 'save' };
  const [kind, at] = intent.split(':');
  if (kind === 'accept' || kind === 'withdraw') {
    const finding = textOf(form, `finding.${at}`);
    return kind === 'accept' ? { kind, finding, reason: textOf(form, `reason.${at}`) } : { kind, finding };
  }
  return readAct(intent) ?? { kind: 'save' };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
}

function oneOf<T extends string>(text: string, known: readonly T[]): T | null {
  return known.find((one) => one === text) ?? null;
}

/** A sentence per field that is too long to be kept, by field name; null when all of it fits. */
export function findOverlong({ question, around }: Typed): Record<string, string> | null {
  const parsed = question
    ? DraftQuestion.safeParse(question)
    : Draft.pick({ intro: true, closing: true }).safeParse(around ?? { intro: '' });
  if (parsed.success) return null;
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]));
}
