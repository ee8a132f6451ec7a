import { toSlug } from '#app/platform/ids.ts';
import { invalidAt, type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { RecordedTouch } from '../touch/record-touch.server.ts';
import { MOMENT_PROBLEMS } from './moment-problems.ts';

type Refused = Exclude<RecordedTouch, { kind: 'recorded' | 'already' | 'unknown_persona' }>;

/** What stands in the way of a touch, other than its persona. */
export function explainTouch(outcome: Refused): Problem {
  switch (outcome.kind) {
    case 'unknown_person':
      return invalidAt([{ pointer: '#/person', detail: 'There is no such person here.' }]);
    case 'unknown_account':
      return invalidAt([{ pointer: '#/account', detail: 'There is no such account here.' }]);
    case 'unknown_moment':
      return invalidAt([{ pointer: '#/moment', detail: 'There is no such moment here.' }]);
    case 'to_come':
      return invalidAt([{ pointer: '#/at', detail: 'This is still to come, or before 1970.' }]);
    case 'of_another': {
      const detail = `The moment is one of “${outcome.personaId}”.`;
      return problemOf(MOMENT_PROBLEMS, 'MOMENT_OF_ANOTHER', detail, { persona: outcome.personaId });
    }
    case 'no_role':
      return problemOf(MOMENT_PROBLEMS, 'ROLE_NOT_HELD', 'The person never held this persona there.');
    case 'differs': {
      const touch = toSlug('touch', outcome.id);
      return problemOf(MOMENT_PROBLEMS, 'TOUCH_DIFFERS', 'It was told of another touch before.', { touch });
    }
    default:
      return outcome satisfies never;
  }
}
