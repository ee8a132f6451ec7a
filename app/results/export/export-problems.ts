import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals of ordering an export, and of streaming what a file would hold. */
export const EXPORT_PROBLEMS = {
  EXPORT_IN_CONFIDENCE: {
    status: 422,
    title: 'These answers were given in confidence',
    meaning:
      'Single answers of a confidential programme leave the house for nobody. “instead” holds the figures, one persona each; read them under “results”, or order them as “figures”. A key that may read no figures finds none there.',
  },
  EXPORT_BEFORE_CLOSE: {
    status: 422,
    title: 'Answers still come in',
    meaning:
      'Rows of an unlinkable programme may be had once its waves are closed: two files made a day apart would tell whose answer came between. “instead” holds the figures.',
  },
  TOO_MANY_EXPORTS: {
    status: 409,
    title: 'Too many exports lie ready or wait',
    meaning: 'One key or member may have 20 of them. Delete one that is no longer needed, then order again.',
  },
} as const satisfies ProblemTable;
