import { toSlug } from '#app/platform/ids.ts';
import { invalidAt, type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { AssignedRole } from '../assign-role.server.ts';
import { AUDIENCE_PROBLEMS } from './audience-problems.ts';

/** What stands in the way of a role, other than its persona. */
export function explainRole(
  outcome: Extract<AssignedRole, { kind: 'overlap' | 'unknown_person' | 'unknown_account' }>,
): Problem {
  switch (outcome.kind) {
    case 'unknown_person':
      return invalidAt([{ pointer: '#/person', detail: 'There is no such person here.' }]);
    case 'unknown_account':
      return invalidAt([{ pointer: '#/account', detail: 'There is no such account here.' }]);
    case 'overlap': {
      const ended = new Date(outcome.endedAt).toISOString();
      const detail = `The same role was held until ${ended}.`;
      const role_assignment = toSlug('role', outcome.id);
      return problemOf(AUDIENCE_PROBLEMS, 'ROLE_OVERLAP', detail, { role_assignment, ended_at: ended });
    }
    default:
      return outcome satisfies never;
  }
}
