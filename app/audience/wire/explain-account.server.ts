import { toSlug } from '#app/platform/ids.ts';
import { invalidAt, type Problem, pointerTo, problemOf } from '#app/platform/wire/problem.ts';
import type { SavedAccount } from '../save-account.server.ts';
import { AUDIENCE_PROBLEMS } from './audience-problems.ts';

/** Why an account was not saved, as the API says it. */
export function explainAccount(outcome: Exclude<SavedAccount, { kind: 'saved' }>): Problem {
  switch (outcome.kind) {
    case 'invalid': {
      const field = outcome.field === 'renewalOn' ? 'renewal_on' : outcome.field;
      return invalidAt([{ pointer: `#/${field}`, detail: outcome.message }]);
    }
    case 'not_found':
      return invalidAt([{ pointer: '#', detail: 'There is no such account here.' }]);
    case 'external_id_taken':
    case 'several_of_that_name': {
      const accounts = ('ids' in outcome ? outcome.ids : [outcome.id]).map((id) => toSlug('account', id));
      const detail = `It is not clear which of ${accounts.length} accounts is meant.`;
      return problemOf(AUDIENCE_PROBLEMS, 'SEVERAL_ACCOUNTS', detail, { accounts });
    }
    case 'attribute':
      return invalidAt([{ pointer: pointerTo(['attributes', outcome.name]), detail: outcome.message }]);
    default:
      return outcome satisfies never;
  }
}
