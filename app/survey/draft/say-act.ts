import type { Draft } from './draft.ts';
import type { DraftAct } from './draft-act.ts';

/** What an act was, for "Undone: moved question 2." Numbers are those before the act. */
export function sayAct(act: DraftAct, draft: Draft, shown: string | null): string {
  const nameOf = (key: string | null) =>
    `question ${draft.questions.findIndex((question) => question.key === key) + 1}`;
  switch (act.kind) {
    case 'add':
      return 'added a question';
    case 'copy':
      return `copied ${nameOf(act.key)}`;
    case 'remove':
      return `dropped ${nameOf(act.key)}`;
    case 'up':
    case 'down':
    case 'move':
      return `moved ${nameOf(act.key)}`;
    case 'add_line':
    case 'remove_line':
    case 'line_up':
    case 'line_down':
    case 'move_line':
    case 'paste_lines':
      return `changed the lines of ${nameOf(shown)}`;
    case 'add_test':
    case 'drop_test':
    case 'drop_condition':
      return `changed when ${nameOf(shown)} is asked`;
    case 'add_jump':
    case 'drop_jump':
    case 'add_jump_test':
    case 'drop_jump_test':
      return `changed where ${nameOf(shown)} leads`;
    case 'accept':
      return 'kept words that the language check found';
    case 'withdraw':
      return 'took back a reason for the words';
    case 'save':
      return 'saved';
    default:
      return act satisfies never;
  }
}
