import type { ProblemTable } from '#app/platform/wire/problem.ts';

/** Refusals of themes and their tags. */
export const THEME_PROBLEMS = {
  THEME_NAMED: {
    status: 409,
    title: 'There is an open theme of this name',
    meaning: 'Use that one, choose another name, or merge the two.',
  },
  THEME_CLOSED: {
    status: 409,
    title: 'The theme is closed',
    meaning: 'A closed theme keeps its tags and takes no new ones. Open it again, or use another one.',
  },
  THEMES_IN_CONFIDENCE: {
    status: 422,
    title: 'Answers of this wave were given in confidence',
    meaning:
      'A tag would say what one person wrote. Tag these comments in the product, and read who raised what persona by persona.',
  },
} as const satisfies ProblemTable;
