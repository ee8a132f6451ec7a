import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals of opening and changing follow-ups. */
export const FOLLOW_UP_PROBLEMS = {
  FOLLOW_UP_MOVED_ON: {
    status: 409,
    title: 'Somebody changed it since',
    meaning: 'The revision that was sent is not the newest one. Read it again, then decide.',
  },
  FOLLOW_UP_CLOSED: {
    status: 409,
    title: 'It is done or declined already',
    meaning: 'Nothing of a closed follow-up changes but that the person is told what came of it.',
  },
  FOLLOW_UP_NOT_CLOSED: {
    status: 409,
    title: 'Nothing came of it yet',
    meaning: 'Say first what was done, or why not. Then the person can be told.',
  },
  FOLLOW_UP_TOLD: {
    status: 409,
    title: 'They were told already',
    meaning: 'A follow-up is told once; when stands on it.',
  },
  FOLLOW_UP_IN_CONFIDENCE: {
    status: 422,
    title: 'Answers of this programme lead to nobody',
    meaning:
      'The programme promised confidence, so a follow-up in it names no person and no account. Leave both out.',
  },
} as const satisfies ProblemTable;
