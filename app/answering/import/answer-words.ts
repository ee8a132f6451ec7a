/** What the pages of an import of answers say; no schema in it, so that a browser loads words alone. */

/** The one wording whose answers may be called NPS when they were given elsewhere. */
export const STANDARD_WORDING = 'How likely are you to recommend us to a friend or colleague?';

/** The scales a member can declare, and the one that is refused, in the order the form shows them. */
export const SCALE_WORDS = {
  ltr_0_10: {
    name: 'Likelihood to recommend, 0 to 10, in the standard wording',
    help: `“${STANDARD_WORDING}” Its figure is called NPS.`,
  },
  other_0_10: {
    name: 'Another question, 0 to 10',
    help: 'Its figure is called by what it asked, top-2 minus bottom-7, and never NPS.',
  },
  rating_1_5: { name: 'A rating, 1 to 5', help: 'Shown as shares. It is not stretched to 0 to 10.' },
  rating_1_7: { name: 'A rating, 1 to 7', help: 'Shown as shares. It is not stretched to 0 to 10.' },
  verbal: { name: 'In words, such as “Very likely”', help: 'Words can’t be brought in as numbers.' },
} as const;

/** Why an answer has no persona. */
export const UNPLACED_REASONS = {
  ROLE_MISSING: 'No role in the file',
  WORD_UNDECIDED: 'The word waits for a person',
  NO_ROLE: 'The word names no role',
  TWO_HATS: 'Two roles in one cell',
} as const;
export type UnplacedCode = keyof typeof UNPLACED_REASONS;

/** Why a score cell is no answer on the declared scale. */
export const SET_ASIDE_REASONS: Readonly<Record<string, string>> = {
  OUT_OF_RANGE: 'Outside the scale',
  SCORE_RANGE: 'A range, not one answer',
  SCORE_OF_SCALE: 'On a scale of its own',
  NOT_WHOLE: 'No whole number',
  NOT_A_NUMBER: 'No number',
};

export function sumOf(counted: Readonly<Record<string, number>>): number {
  return Object.values(counted).reduce((sum, count) => sum + count, 0);
}
