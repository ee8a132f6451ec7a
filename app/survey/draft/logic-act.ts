import { ALWAYS, type Condition } from '../logic/condition.ts';
import type { DraftQuestion } from './draft.ts';

/** What an editor does to when a question is asked and where it leads; `at` is a place in its list. */
export type LogicAct =
  | { kind: 'add_test' | 'add_jump' | 'drop_condition' }
  | { kind: 'drop_test' | 'drop_jump' | 'add_jump_test'; at: number }
  | { kind: 'drop_jump_test'; at: number; test: number };

const MOST_TESTS = 20;
const MOST_JUMPS = 10;
const BLANK_TEST = { question: '', op: 'is', value: '' } as const;

export function changedLogic(question: DraftQuestion, act: LogicAct): DraftQuestion {
  const { showIf, jumps } = question;
  switch (act.kind) {
    case 'add_test':
      return { ...question, showIf: withTest(showIf ?? ALWAYS, '') };
    case 'drop_test': {
      const left = showIf && withoutTest(showIf, act.at);
      return { ...question, showIf: left && left.tests.length > 0 ? left : null };
    }
    case 'drop_condition':
      return { ...question, showIf: null };
    case 'add_jump': {
      const jump = { when: withTest(ALWAYS, question.key), to: 'end' };
      return { ...question, jumps: [...jumps, jump].slice(0, MOST_JUMPS) };
    }
    case 'drop_jump':
      return { ...question, jumps: jumps.toSpliced(act.at, 1) };
    case 'add_jump_test':
      return changeJump(question, act.at, (when) => withTest(when, question.key));
    case 'drop_jump_test':
      return changeJump(question, act.at, (when) => withoutTest(when, act.test));
    default:
      return act satisfies never;
  }
}

function changeJump(
  question: DraftQuestion,
  at: number,
  change: (when: Condition) => Condition,
): DraftQuestion {
  const jumps = question.jumps.map((jump, place) =>
    place === at ? { ...jump, when: change(jump.when) } : jump,
  );
  return { ...question, jumps };
}

function withTest({ match, tests }: Condition, question: string): Condition {
  return { match, tests: [...tests, { ...BLANK_TEST, question }].slice(0, MOST_TESTS) };
}

function withoutTest({ match, tests }: Condition, at: number): Condition {
  return { match, tests: tests.toSpliced(at, 1) };
}
