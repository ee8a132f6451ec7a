import type { PersonaLabel } from '#app/persona/persona.ts';
import { ASSUMED_WORK } from '../assumed-work.ts';
import { checkLogic, checkText } from '../logic/check-logic.ts';
import { isLines, type Part, type PartValue } from '../question/part.ts';
import { roomOf } from '../question/rooms.ts';
import { type Question, QuestionSet } from '../question.ts';
import { type Draft, type DraftQuestion, emptyDraft } from './draft.ts';

/** What keeps a draft from being published, by question; `key` is null for the set as a whole. */
export interface DraftFault {
  key: string | null;
  /** The name of the form field it stands at, e.g. `wording`, `parts.options.1.label`, `serves`, `showIf`. */
  field: string;
  sentence: string;
  code?: 'QUESTION_SET_MISMATCH';
}

export type CheckedDraft = { kind: 'ready'; set: QuestionSet } | { kind: 'faults'; faults: DraftFault[] };

/** Reads the draft as a respondent of this persona would have to: complete, reachable, and about their own work. */
export function checkDraft(
  draft: Draft,
  persona: Pick<PersonaLabel, 'base' | 'plural'>,
  translations: QuestionSet['translations'] = undefined,
): CheckedDraft {
  const parsed = readSet(draft, translations);
  const faults = [
    ...(parsed.kind === 'faults' ? parsed.faults : checkLogic(parsed.set.questions)),
    ...checkAround(draft),
    ...checkAsks(draft),
    ...draft.questions.flatMap((question) => checkAim(question, persona)),
  ];
  return faults.length === 0 && parsed.kind === 'ready' ? parsed : { kind: 'faults', faults };
}

/** Words alone can be read, but nobody could ever send them back. */
function checkAsks({ questions }: Draft): DraftFault[] {
  if (questions.length === 0 || questions.some((question) => roomOf(question).asks)) return [];
  return [{ key: null, field: 'questions', sentence: 'Ask at least one question.' }];
}

/** The words around the questions know who is asked, and no answer. */
function checkAround({ intro, closing }: Draft): DraftFault[] {
  const none = new Set<string>();
  return [
    ...checkText(intro, none, none).map((sentence) => ({ key: null, field: 'intro', sentence })),
    ...checkText(closing, none, none).map((sentence) => ({ key: null, field: 'closing', sentence })),
  ];
}

/** The set as it stands, complete in itself; what it is for is not looked at. */
export function readSet(draft: Draft, translations?: QuestionSet['translations']): CheckedDraft {
  const { intro, closing, shared, questions } = draft;
  const parsed = QuestionSet.safeParse({
    intro,
    ...(closing.trim() === '' ? {} : { closing }),
    ...(shared === 'held' ? {} : { shared }),
    questions: questions.map(asQuestion),
    ...(translations && Object.keys(translations).length > 0 ? { translations } : {}),
  });
  if (parsed.success) return { kind: 'ready', set: parsed.data };
  const faults = parsed.error.issues.map(({ path, message }) => {
    const [part, index, ...rest] = path;
    const question = part === 'questions' && typeof index === 'number' ? questions[index] : undefined;
    const field = question ? fieldOf(question, rest.map(String)) : String(part);
    return { key: question?.key ?? null, field, sentence: message };
  });
  return { kind: 'faults', faults };
}

/** A single question as it would be frozen; null while it is incomplete. */
export function readQuestion(question: DraftQuestion): Question | null {
  const read = readSet({ ...emptyDraft(), questions: [question] });
  return read.kind === 'ready' ? read.set.questions[0]! : null;
}

function fieldOf(question: DraftQuestion, [name = '', ...rest]: readonly string[]): string {
  const isPart = roomOf(question).parts.some((part) => part.name === name);
  return [...(isPart ? ['parts'] : []), name, ...rest].join('.');
}

/** Every question serves a line of the purpose (DOMAIN A10), and no question assumes another persona's work (A5). */
function checkAim(
  { key, kind, serves, assumes }: DraftQuestion,
  persona: Pick<PersonaLabel, 'base' | 'plural'>,
): DraftFault[] {
  const faults: DraftFault[] = [];
  const needsLine = kind !== 'statement' && kind !== 'consent' && kind !== 'role';
  if (needsLine && serves === '')
    faults.push({
      key,
      field: 'serves',
      sentence: 'Nobody asked for this. Say which line of the purpose it serves, or drop it.',
    });
  if (assumes !== '' && assumes !== persona.base)
    faults.push({
      key,
      field: 'assumes',
      sentence: `It assumes ${ASSUMED_WORK[assumes]}. Rewrite it for ${persona.plural}, then say that it fits them.`,
      code: 'QUESTION_SET_MISMATCH',
    });
  return faults;
}

/** The question with the parts that its kind has, as `Question` reads them; blank optional parts are left out. */
export function asQuestion(question: DraftQuestion): unknown {
  const { key, kind, concept, wording, help, required, declinable, serves, assumes, showIf, jumps } =
    question;
  const room = roomOf(question);
  return {
    ...{ key, kind, concept, wording, required: required && room.asks },
    ...(help.trim() !== '' && { help }),
    ...(declinable && room.asks && { declinable }),
    ...(serves !== '' && { serves }),
    ...(assumes !== '' && { assumes }),
    ...(showIf && { showIf }),
    ...(jumps.length > 0 && { jumps }),
    ...Object.fromEntries(room.parts.flatMap((part) => partEntry(part, question.parts))),
  };
}

function partEntry(part: Part, parts: Record<string, PartValue>): [string, unknown][] {
  const value = parts[part.name];
  if (part.when && !part.when.is.includes(String(parts[part.when.part] ?? ''))) return [];
  const frozen = frozenPart(part, value);
  return frozen === undefined ? [] : [[part.name, frozen]];
}

/** The value as it is frozen; undefined for a part that is left out. */
function frozenPart(part: Part, value: PartValue | undefined): unknown {
  const typed = typeof value === 'string' ? value.trim() : '';
  switch (part.control) {
    case 'text':
      return part.optional && typed === '' ? undefined : typed;
    case 'choose': {
      const chosen = typed || part.options[0]!.value;
      return part.numeric ? Number(chosen) : chosen;
    }
    case 'flag':
      return value === true || undefined;
    case 'number':
      return typed === '' ? undefined : Number(typed.replace(',', '.'));
    case 'date':
      return typed === '' ? undefined : typed;
    case 'lines':
      return isLines(value) ? value : [];
    default:
      return part satisfies never;
  }
}
