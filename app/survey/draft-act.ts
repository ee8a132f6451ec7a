import {
  addLine,
  addQuestion,
  copyQuestion,
  type Draft,
  type DraftQuestion,
  linesOf,
  moveLine,
  moveQuestion,
  moveQuestionTo,
  putQuestion,
  removeLine,
  removeQuestion,
} from './draft.ts';
import { ALWAYS } from './logic/condition.ts';
import { isKind, type QuestionKind, roomOf } from './question/rooms.ts';
import { MOST_QUESTIONS } from './question.ts';

/** What an editor does to a draft besides typing. `key` is a question, `name` one of its lists, `line` a line of it. */
export type DraftAct =
  | { kind: 'save' }
  | { kind: 'add'; question: QuestionKind; after?: string }
  | { kind: 'up' | 'down' | 'remove'; key: string }
  | { kind: 'copy'; key: string }
  | { kind: 'move'; key: string; to: number }
  | { kind: 'add_line'; name: string }
  | { kind: 'remove_line' | 'line_up' | 'line_down'; name: string; line: string }
  | { kind: 'add_test' | 'add_jump' | 'drop_condition' }
  | { kind: 'drop_test' | 'drop_jump'; at: number };

/** What was typed since the page was loaded: one question, or the words around the questions. */
export interface Typed {
  question: DraftQuestion | null;
  around: { intro: string; closing: string } | null;
}

/** The draft afterwards, the question to show, and the id of what the act was about. */
export interface ChangedDraft {
  draft: Draft;
  show: string | null;
  focus: string | null;
}

/** Reads a button's value: `add:text`, `up:q2`, `remove_line:options:o4`; null for anything else. */
export function readAct(intent: string): DraftAct | null {
  const [kind = '', subject = '', line = ''] = intent.split(':');
  switch (kind) {
    case 'save':
    case 'add_test':
    case 'add_jump':
    case 'drop_condition':
      return { kind };
    case 'up':
    case 'down':
    case 'remove':
    case 'copy':
      return { kind, key: subject };
    case 'move':
      return /^\d{1,3}$/.test(line) ? { kind, key: subject, to: Number(line) } : null;
    case 'add_line':
      return { kind, name: subject };
    case 'remove_line':
    case 'line_up':
    case 'line_down':
      return { kind, name: subject, line };
    case 'drop_test':
    case 'drop_jump':
      return /^\d{1,2}$/.test(subject) ? { kind, at: Number(subject) } : null;
    case 'add':
      return isKind(subject) ? { kind, question: subject, ...(line && { after: line }) } : null;
    default:
      return null;
  }
}

/** Keeps what was typed, then does the act: no button throws typed words away. */
export function applyAct(before: Draft, typed: Typed, act: DraftAct): ChangedDraft {
  const worded = typed.question ? putQuestion(before, typed.question) : before;
  const draft = typed.around ? { ...worded, ...typed.around } : worded;
  const show = typed.question?.key ?? null;
  switch (act.kind) {
    case 'save':
      return { draft, show, focus: null };
    case 'add':
    case 'copy':
      return withQuestion(draft, show, act);
    case 'up':
    case 'down':
      return {
        draft: moveQuestion(draft, act.key, act.kind === 'up' ? -1 : 1),
        show,
        focus: `${act.kind}-${act.key}`,
      };
    case 'move':
      return { draft: moveQuestionTo(draft, act.key, act.to), show, focus: `grip-${act.key}` };
    case 'remove':
      return {
        draft: removeQuestion(draft, act.key),
        show: act.key === show ? null : show,
        focus: 'questions',
      };
    case 'add_line':
    case 'remove_line':
    case 'line_up':
    case 'line_down':
      return show === null ? { draft, show, focus: null } : withLineAct(draft, show, act);
    case 'add_test':
    case 'add_jump':
    case 'drop_condition':
    case 'drop_test':
    case 'drop_jump':
      return show === null ? { draft, show, focus: null } : withLogicAct(draft, show, act);
    default:
      return act satisfies never;
  }
}

function withQuestion(
  draft: Draft,
  show: string | null,
  act: Extract<DraftAct, { kind: 'add' | 'copy' }>,
): ChangedDraft {
  if (draft.questions.length >= MOST_QUESTIONS) return { draft, show, focus: null };
  const made =
    act.kind === 'add' ? addQuestion(draft, act.question, act.after) : copyQuestion(draft, act.key);
  const before = new Set(draft.questions.map(({ key }) => key));
  const added = made.questions.find(({ key }) => !before.has(key));
  return added ? { draft: made, show: added.key, focus: 'wording' } : { draft, show, focus: null };
}

function withLineAct(draft: Draft, key: string, act: Extract<DraftAct, { name: string }>): ChangedDraft {
  switch (act.kind) {
    case 'add_line':
      return withLine(draft, key, act.name);
    case 'remove_line':
      return { draft: removeLine(draft, key, act.name, act.line), show: key, focus: `add-${act.name}` };
    case 'line_up':
    case 'line_down': {
      const by = act.kind === 'line_up' ? -1 : 1;
      return { draft: moveLine(draft, key, act.name, act.line, by), show: key, focus: `line-${act.line}` };
    }
    default:
      return act satisfies never;
  }
}

function withLine(draft: Draft, key: string, name: string): ChangedDraft {
  const question = draft.questions.find((one) => one.key === key);
  const part = question && roomOf(question).parts.find((one) => one.name === name);
  if (!question || part?.control !== 'lines' || linesOf(question, name).length >= part.most)
    return { draft, show: key, focus: null };
  const added = addLine(draft, key, name);
  const lines = linesOf(added.questions.find((one) => one.key === key)!, name);
  return { draft: added, show: key, focus: `line-${lines.at(-1)!.key}` };
}

const BLANK_TEST = { question: '', op: 'is', value: '' } as const;

function withLogicAct(
  draft: Draft,
  key: string,
  act: Extract<DraftAct, { kind: 'add_test' | 'add_jump' | 'drop_condition' | 'drop_test' | 'drop_jump' }>,
): ChangedDraft {
  const question = draft.questions.find((one) => one.key === key);
  if (!question) return { draft, show: key, focus: null };
  const changed = putQuestion(draft, changedLogic(question, act));
  return { draft: changed, show: key, focus: act.kind.endsWith('jump') ? 'jumps' : 'show-if' };
}

function changedLogic(question: DraftQuestion, act: Parameters<typeof withLogicAct>[2]): DraftQuestion {
  const { showIf, jumps } = question;
  switch (act.kind) {
    case 'add_test':
      return {
        ...question,
        showIf: { match: showIf?.match ?? 'all', tests: [...(showIf?.tests ?? []), BLANK_TEST] },
      };
    case 'drop_test': {
      const tests = showIf?.tests.toSpliced(act.at, 1) ?? [];
      return { ...question, showIf: showIf && tests.length > 0 ? { ...showIf, tests } : null };
    }
    case 'drop_condition':
      return { ...question, showIf: null };
    case 'add_jump': {
      const when = { ...ALWAYS, tests: [{ ...BLANK_TEST, question: question.key }] };
      return { ...question, jumps: [...jumps, { when, to: 'end' }].slice(0, 10) };
    }
    case 'drop_jump':
      return { ...question, jumps: jumps.toSpliced(act.at, 1) };
    default:
      return act satisfies never;
  }
}
