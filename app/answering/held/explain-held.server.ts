import { type Problem, problemOf } from '#app/platform/wire/problem.ts';
import { HELD_PROBLEMS } from './held-problems.ts';
import { type HeldRefusal, sayRefusal } from './say-refusal.server.ts';

const CODES = {
  decided: 'HELD_DECIDED',
  answered_since: 'ANSWERED_SINCE',
  role_lost: 'SEAT_LEFT',
  not_named: 'SEAT_LEFT',
  unreadable: 'HELD_UNREADABLE',
} as const satisfies Record<HeldRefusal['kind'], keyof typeof HELD_PROBLEMS>;

/** Why a decision was not taken, as the API says it. */
export function explainHeld(refusal: HeldRefusal): Problem {
  return problemOf(HELD_PROBLEMS, CODES[refusal.kind], sayRefusal(refusal));
}
