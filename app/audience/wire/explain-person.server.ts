import { toSlug } from '#app/platform/ids.ts';
import { invalidAt, type Problem, pointerTo, problemOf } from '#app/platform/wire/problem.ts';
import type { SavedPerson } from '../save-person.server.ts';
import { AUDIENCE_PROBLEMS } from './audience-problems.ts';

/** Why a person was not saved, as the API says it. */
export function explainPerson(outcome: Exclude<SavedPerson, { kind: 'saved' }>): Problem {
  switch (outcome.kind) {
    case 'invalid':
      return invalidAt([{ pointer: `#/${outcome.field}`, detail: outcome.message }]);
    case 'unknown_account':
      return invalidAt([{ pointer: '#/employment/account', detail: 'There is no such account here.' }]);
    case 'not_found':
      return invalidAt([{ pointer: '#', detail: 'There is no such person here.' }]);
    case 'other_name': {
      const detail = `The address belongs to ${outcome.knownName}.`;
      return problemOf(AUDIENCE_PROBLEMS, 'OTHER_NAME', detail, { person: toSlug('person', outcome.id) });
    }
    case 'several_people': {
      const people = outcome.ids.map((id) => toSlug('person', id));
      const detail = `What was sent belongs to ${people.length} different people.`;
      return problemOf(AUDIENCE_PROBLEMS, 'SEVERAL_PEOPLE', detail, { people });
    }
    case 'attribute':
      return invalidAt([{ pointer: pointerTo(['attributes', outcome.name]), detail: outcome.message }]);
    default:
      return outcome satisfies never;
  }
}
