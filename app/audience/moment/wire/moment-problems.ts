import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals about where a persona meets us, and who did when. */
export const MOMENT_PROBLEMS = {
  MOMENT_NAME_TAKEN: {
    status: 409,
    title: 'The persona has a moment of this name',
    meaning: 'Two open moments of one persona never share a name. Change the other one, or close it.',
  },
  MOMENT_CLOSED: {
    status: 409,
    title: 'The moment is closed',
    meaning:
      'What is closed stays as it was, with its touches. Make another moment where it is needed again.',
  },
  TOO_MANY_MOMENTS: {
    status: 409,
    title: 'The persona has as many moments as fit side by side',
    meaning: 'Close a moment that nobody looks at, or make two into one.',
  },
  MOMENT_OF_ANOTHER: {
    status: 422,
    title: 'The moment is another persona’s',
    meaning:
      'A moment that two personas share is a moment of each. Send the one that belongs to the persona of the touch.',
  },
  ROLE_NOT_HELD: {
    status: 422,
    title: 'The person never held this persona there',
    meaning:
      'Assign the role at this account first, as POST /api/v1/role-assignments does. An ended one will do.',
  },
  TOUCH_DIFFERS: {
    status: 409,
    title: 'Another touch has this external_id',
    meaning:
      'What was told once never changes. Send what really is another touch under an external_id of its own.',
  },
} as const satisfies ProblemTable;
