import { isKind, type QuestionKind, roomOf } from '../question/rooms.ts';
import { MOST_QUESTIONS } from '../question.ts';
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
import { moveLineTo, pasteLines } from './line-act.ts';
import { changedLogic, type LogicAct } from './logic-act.ts';

/** What an editor does to a draft besides typing. `key` is a question, `name` one of its lists, `line` a line of it. */
export type DraftAct =
  | { kind: 'save' }
  | { kind: 'add'; question: QuestionKind; after?: string }
  | { kind: 'up' | 'down' | 'remove'; key: string }
  | { kind: 'copy'; key: string }
  | { kind: 'move'; key: string; to: number }
  | { kind: 'add_line'; name: string }
  | { kind: 'remove_line' | 'line_up' | 'line_down'; name: string; line: string }
  | { kind: 'move_line'; name: string; line: string; to: number }
  /** Lines pasted at once: the first fills `line`, the others come after it. */
  | { kind: 'paste_lines'; name: string; line: string; labels: readonly string[] }
  | LogicAct
  /** Stands by a finding of the language check; signed where it is saved. */
  | { kind: 'accept'; finding: string; reason: string }
  | { kind: 'withdraw'; finding: string };

/** What was typed since the page was loaded: one question, or the words around the questions. */
export interface Typed {
  question: DraftQuestion | null;
  around: Pick<Draft, 'intro' | 'closing' | 'shared'> | null;
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
    case 'add_jump_test':
      return isPlace(subject) ? { kind, at: Number(subject) } : null;
    case 'drop_jump_test':
      return isPlace(subject) && isPlace(line) ? { kind, at: Number(subject), test: Number(line) } : null;
    case 'add':
      return isKind(subject) ? { kind, question: subject, ...(line && { after: line }) } : null;
    default:
      return null;
  }
}

function isPlace(text: string): boolean {
  return /^\d{1,2}$/.test(text);
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
    case 'add_jump_test':
    case 'drop_jump_test':
      return show === null ? { draft, show, focus: null } : withLogicAct(draft, show, act);
    case 'move_line':
      return show === null
        ? { draft, show, focus: null }
        : { draft: moveLineTo(draft, show, act), show, focus: `line-grip-${act.line}` };
    case 'paste_lines':
      return show === null ? { draft, show, focus: null } : { show, ...pasteLines(draft, show, act) };
    case 'accept':
      return { draft: acceptFinding(draft, act), show, focus: null };
    case 'withdraw': {
      const accepted = draft.accepted.filter(({ finding }) => finding !== act.finding);
      return { draft: { ...draft, accepted }, show, focus: null };
    }
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

type LineAct = Extract<DraftAct, { kind: 'add_line' | 'remove_line' | 'line_up' | 'line_down' }>;

function withLineAct(draft: Draft, key: string, act: LineAct): ChangedDraft {
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

function acceptFinding(draft: Draft, { finding, reason }: { finding: string; reason: string }): Draft {
  const rest = draft.accepted.filter((one) => one.finding !== finding);
  const told = reason.trim().slice(0, 300);
  return told === '' || finding.length > 200
    ? draft
    : { ...draft, accepted: [...rest, { finding, reason: told, by: '', at: 0 }] };
}

function withLogicAct(draft: Draft, key: string, act: LogicAct): ChangedDraft {
  const question = draft.questions.find((one) => one.key === key);
  if (!question) return { draft, show: key, focus: null };
  const changed = putQuestion(draft, changedLogic(question, act));
  return { draft: changed, show: key, focus: act.kind.includes('jump') ? 'jumps' : 'show-if' };
}
