import { isLines } from '../question/part.ts';
import type { DraftQuestion } from './draft.ts';

/** The question with one of its form fields changed, e.g. `parts.options.3.label`; what is beside it stays shared. */
export function withField(question: DraftQuestion, field: string, value: unknown): DraftQuestion {
  return put(question, field.split('.'), value) as DraftQuestion;
}

function put(into: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(into)) return into.map((one, at) => (at === Number(step) ? put(one, rest, value) : one));
  const record = (into ?? {}) as Record<string, unknown>;
  return { ...record, [step]: put(record[step], rest, value) };
}

/** Every field of a question's form with its value, by name. */
export function fieldsOf(question: DraftQuestion): Map<string, string | boolean> {
  const { key: _key, kind: _kind, parts, showIf, jumps, ...plain } = question;
  const fields = new Map<string, string | boolean>(Object.entries(plain));
  for (const [name, value] of Object.entries(parts)) {
    if (!isLines(value)) fields.set(`parts.${name}`, value);
    else for (const [at, { label }] of value.entries()) fields.set(`parts.${name}.${at}.label`, label);
  }
  if (showIf) addCondition(fields, 'showIf', showIf);
  for (const [at, { when, to }] of jumps.entries()) {
    fields.set(`jumps.${at}.to`, to);
    addCondition(fields, `jumps.${at}.when`, when);
  }
  return fields;
}

function addCondition(
  fields: Map<string, string | boolean>,
  name: string,
  { match, tests }: NonNullable<DraftQuestion['showIf']>,
): void {
  fields.set(`${name}.match`, match);
  for (const [at, test] of tests.entries())
    for (const [part, value] of Object.entries(test)) fields.set(`${name}.tests.${at}.${part}`, value);
}

/** What decides which fields a question's form has: with the same shape, only their values differ. */
export function shapeOf({ key, parts, showIf, jumps }: DraftQuestion): string {
  const lines = Object.values(parts).map((value) => (isLines(value) ? value.map((line) => line.key) : ''));
  const asked = (tests: readonly { question: string }[] | undefined) =>
    tests?.map(({ question }) => question);
  return JSON.stringify([key, lines, asked(showIf?.tests), jumps.map(({ when }) => asked(when.tests))]);
}
