import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals of deciding on a held response. */
export const HELD_PROBLEMS = {
  HELD_DECIDED: {
    status: 409,
    title: 'It is decided already',
    meaning:
      'Somebody released it or discarded it, or the person answered by hand meanwhile. What was discarded can still be released.',
  },
  ANSWERED_SINCE: {
    status: 409,
    title: 'They answered by hand since',
    meaning: 'Their own answer counts, and one invitation counts once. Nothing was released.',
  },
  SEAT_LEFT: {
    status: 409,
    title: 'They left the seat that they were asked in',
    meaning:
      'The role has ended or the invitation was withdrawn, so nobody answers in it. Nothing was released.',
  },
  HELD_UNREADABLE: {
    status: 422,
    title: 'It does not answer the questions',
    meaning:
      'What came in lacks a proper answer to a question that has to be answered, or to all. Discard it.',
  },
} as const satisfies ProblemTable;
