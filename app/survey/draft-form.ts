import { Draft, DraftQuestion } from './draft.ts';
import type { Typed } from './draft-act.ts';
import { QUESTION_KINDS } from './question-kind.ts';

/**
 * A question as a form carries it, every text as typed, however long. Its fields: `key`, `kind`, `concept`,
 * `wording`, `required`, `points`, `low`, `high`, and `options.N.key` with `options.N.label`.
 */
function readQuestionForm(form: FormData): DraftQuestion | null {
  const key = textOf(form, 'key');
  const kind = QUESTION_KINDS.find((known) => known === form.get('kind'));
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(key) || !kind) return null;
  return {
    key,
    kind,
    concept: textOf(form, 'concept'),
    wording: textOf(form, 'wording'),
    required: form.get('required') !== null,
    points: form.get('points') === '7' ? 7 : 5,
    low: textOf(form, 'low'),
    high: textOf(form, 'high'),
    options: readOptions(form),
  };
}

/** The form's own order counts, not the numbers: a removed line leaves a hole. */
function readOptions(form: FormData): { key: string; label: string }[] {
  const lines = [...form.keys()].map((name) => /^options\.(\d+)\.key$/.exec(name)?.[1]);
  return lines
    .filter((line) => line !== undefined)
    .map((line) => ({
      key: textOf(form, `options.${line}.key`),
      label: textOf(form, `options.${line}.label`),
    }));
}

/** What was typed in the editor: the question it showed, or the words before the questions. */
export function readTyped(form: FormData): Typed {
  return { question: readQuestionForm(form), intro: form.has('intro') ? textOf(form, 'intro') : null };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
}

/** A sentence per field that is too long to be kept, by field name; null when all of it fits. */
export function findOverlong({ question, intro }: Typed): Record<string, string> | null {
  const parsed = question
    ? DraftQuestion.safeParse(question)
    : Draft.pick({ intro: true }).safeParse({ intro: intro ?? '' });
  if (parsed.success) return null;
  return Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]));
}
