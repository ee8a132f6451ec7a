export const QUESTION_KINDS = ['recommend', 'rating', 'single', 'multiple', 'text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const MOST_QUESTIONS = 40;
export const MOST_OPTIONS = 20;

export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'single' || kind === 'multiple';
}

/** A kind in words: to choose it by, and beside a question of it. */
export const KIND_WORDS = {
  recommend: { choose: 'Likelihood to recommend', short: '0 to 10' },
  rating: { choose: 'Rating, 1 to 5 or 1 to 7', short: 'Rating' },
  single: { choose: 'One choice of several', short: 'One choice' },
  multiple: { choose: 'Several choices', short: 'Several choices' },
  text: { choose: 'Text in their own words', short: 'Text' },
} as const satisfies Record<QuestionKind, { choose: string; short: string }>;

/** Seconds a respondent is likely to need: judged by kind, good enough to keep a set short. */
export const SECONDS = {
  recommend: 10,
  rating: 8,
  single: 10,
  multiple: 14,
  text: 20,
} as const satisfies Record<QuestionKind, number>;
