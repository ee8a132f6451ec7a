import {
  addOption,
  addQuestion,
  type Draft,
  type DraftQuestion,
  moveQuestion,
  putQuestion,
  removeOption,
  removeQuestion,
} from './draft.ts';
import { MOST_OPTIONS, MOST_QUESTIONS, QUESTION_KINDS, type QuestionKind } from './question-kind.ts';

/** What an editor does to a draft besides typing. */
export type DraftAct =
  | { kind: 'save' }
  | { kind: 'add'; question: QuestionKind }
  | { kind: 'up' | 'down' | 'remove'; key: string }
  | { kind: 'add_option' }
  | { kind: 'remove_option'; option: string };

/** What was typed since the page was loaded: one question, or the words before the questions. */
export interface Typed {
  question: DraftQuestion | null;
  intro: string | null;
}

/** The draft afterwards, the question to show, and the id of what the act was about. */
export interface ChangedDraft {
  draft: Draft;
  show: string | null;
  focus: string | null;
}

/** Reads a button's value: `add:text`, `up:q2`, `remove_option:o4`; null for anything else. */
export function readAct(intent: string): DraftAct | null {
  const [kind = '', subject = ''] = intent.split(':');
  switch (kind) {
    case 'save':
    case 'add_option':
      return { kind };
    case 'up':
    case 'down':
    case 'remove':
      return { kind, key: subject };
    case 'remove_option':
      return { kind, option: subject };
    case 'add': {
      const question = QUESTION_KINDS.find((known) => known === subject);
      return question ? { kind, question } : null;
    }
    default:
      return null;
  }
}

/** Keeps what was typed, then does the act: no button throws typed words away. */
export function applyAct(before: Draft, typed: Typed, act: DraftAct): ChangedDraft {
  const worded = typed.question ? putQuestion(before, typed.question) : before;
  const draft = typed.intro === null ? worded : { ...worded, intro: typed.intro };
  const show = typed.question?.key ?? null;
  switch (act.kind) {
    case 'save':
      return { draft, show, focus: null };
    case 'add': {
      if (draft.questions.length >= MOST_QUESTIONS) return { draft, show, focus: null };
      const added = addQuestion(draft, act.question);
      return { draft: added, show: added.questions.at(-1)!.key, focus: 'wording' };
    }
    case 'up':
    case 'down':
      return {
        draft: moveQuestion(draft, act.key, act.kind === 'up' ? -1 : 1),
        show,
        focus: `${act.kind}-${act.key}`,
      };
    case 'remove':
      return {
        draft: removeQuestion(draft, act.key),
        show: act.key === show ? null : show,
        focus: 'questions',
      };
    case 'add_option':
      return withOption(draft, show);
    case 'remove_option':
      return { draft: removeOption(draft, show ?? '', act.option), show, focus: 'add-option' };
    default:
      return act satisfies never;
  }
}

function withOption(draft: Draft, show: string | null): ChangedDraft {
  const question = draft.questions.find(({ key }) => key === show);
  if (!question || question.options.length >= MOST_OPTIONS) return { draft, show, focus: null };
  const added = addOption(draft, question.key);
  const { options } = added.questions.find(({ key }) => key === show)!;
  return { draft: added, show, focus: `option-${options.at(-1)!.key}` };
}
