import { invalidAt, type Problem, problemOf } from '#app/platform/wire/problem.ts';
import type { ActRefusal } from '../follow-up.ts';
import type { Opened } from '../open-follow-up.server.ts';
import { sayRefusal } from '../say-refusal.ts';
import { FOLLOW_UP_PROBLEMS } from './follow-up-problems.ts';

const CODES = {
  moved_on: 'FOLLOW_UP_MOVED_ON',
  closed: 'FOLLOW_UP_CLOSED',
  not_closed: 'FOLLOW_UP_NOT_CLOSED',
  told_before: 'FOLLOW_UP_TOLD',
} as const;

/** Why a change was not made, as the API says it. */
export function explainRefusal(refusal: ActRefusal): Problem {
  const detail = sayRefusal(refusal, false);
  if (refusal.kind === 'unknown_member') return invalidAt([{ pointer: '#/owner', detail }]);
  return problemOf(FOLLOW_UP_PROBLEMS, CODES[refusal.kind], detail);
}

/** Why nothing was opened. */
export function explainOpening(refused: Exclude<Opened, { kind: 'opened' }>): Problem {
  if (refused.kind === 'in_confidence') {
    const { meaning } = FOLLOW_UP_PROBLEMS.FOLLOW_UP_IN_CONFIDENCE;
    return problemOf(FOLLOW_UP_PROBLEMS, 'FOLLOW_UP_IN_CONFIDENCE', meaning);
  }
  const { what } = refused;
  const detail =
    what === 'owner' ? sayRefusal({ kind: 'unknown_member' }, false) : `There is no such ${what} here.`;
  return invalidAt([{ pointer: `#/${what}`, detail }]);
}
