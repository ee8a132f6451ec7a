import { z } from 'zod';
import type { ScoreRange } from '#app/audience/import/score-cell.ts';
import type { Question, QuestionSet } from '#app/survey/question.ts';
import { STANDARD_WORDING } from './answer-words.ts';

export const DECLARED_SCALES = ['ltr_0_10', 'other_0_10', 'rating_1_5', 'rating_1_7'] as const;
export type DeclaredScale = (typeof DECLARED_SCALES)[number];

export const RANGES = {
  ltr_0_10: { low: 0, high: 10 },
  other_0_10: { low: 0, high: 10 },
  rating_1_5: { low: 1, high: 5 },
  rating_1_7: { low: 1, high: 7 },
} as const satisfies Record<DeclaredScale, ScoreRange>;

/** DOMAIN A8: words are no numbers, and making them some would invent answers. */
export const VERBAL_REFUSED =
  'This asks how likely they are to recommend, but not 0–10. No NPS, and no number stands for a word: leave this column out and bring in the comments, or a column that was answered in numbers.';

const NOT_NPS =
  'Only likelihood to recommend, 0 to 10, in the standard wording may be called NPS. Say what this asked.';

const concept = z
  .string()
  .trim()
  .min(1, 'Say in two or three words what was asked, such as “Job satisfaction”.')
  .max(60, 'Keep it under 60 characters.')
  .refine((text) => !/\be?nps\b|net promoter/i.test(text), NOT_NPS);
const wording = z
  .string()
  .trim()
  .min(1, 'Write the question as it was asked.')
  .max(500, 'Keep it under 500 characters.');
const end = z
  .string()
  .trim()
  .min(1, 'Say what this end of the scale meant.')
  .max(60, 'Keep it under 60 characters.');

/** What a member says a column of numbers is. Nothing about it is read from the numbers. */
export const DeclaredQuestion = z.discriminatedUnion(
  'scale',
  [
    z.object({ scale: z.literal('ltr_0_10') }),
    z.object({ scale: z.literal('other_0_10'), concept, wording }),
    z.object({ scale: z.literal('rating_1_5'), concept, wording, low: end, high: end }),
    z.object({ scale: z.literal('rating_1_7'), concept, wording, low: end, high: end }),
  ],
  { error: 'Say which question this was and on what scale.' },
);
export type DeclaredQuestion = z.infer<typeof DeclaredQuestion>;

export const SCORE_KEY = 'score';
export const WORDS_KEY = 'words';

/** The questions as every persona of the wave is on record to have been asked them. */
export function questionSetOf(declared: DeclaredQuestion | null, withWords: boolean): QuestionSet {
  const questions: Question[] = [
    ...(declared ? [scoreQuestion(declared)] : []),
    ...(withWords ? [WORDS_QUESTION] : []),
  ];
  return { intro: '', questions };
}

const WORDS_QUESTION: Question = {
  kind: 'text',
  key: WORDS_KEY,
  concept: 'comment',
  wording: 'In your own words',
  required: false,
};

function scoreQuestion(declared: DeclaredQuestion): Question {
  const shared = { key: SCORE_KEY, required: false };
  switch (declared.scale) {
    case 'ltr_0_10':
      return { kind: 'recommend', ...shared, concept: 'recommend', wording: STANDARD_WORDING };
    case 'other_0_10': {
      const { concept, wording, scale } = declared;
      return { kind: 'recommend', ...shared, concept, wording, scale };
    }
    case 'rating_1_5':
    case 'rating_1_7': {
      const { concept, wording, low, high } = declared;
      const points = declared.scale === 'rating_1_5' ? 5 : 7;
      return { kind: 'rating', ...shared, concept, wording, points, low, high };
    }
    default:
      return declared satisfies never;
  }
}
