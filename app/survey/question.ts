import { z } from 'zod';

/** Keys are short, stable through versions, and safe as form field names. */
const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const wording = z.string().trim().min(1, 'Write the question.').max(500);

const shared = {
  key,
  wording,
  /** What is asked about, e.g. `recommend`, `price`: ties the same question of two personas together. */
  concept: z.string().trim().min(1, 'Say in a word or three what it is about.').max(60),
  required: z.boolean(),
};

const option = z.object({ key, label: z.string().trim().min(1, 'Write this choice.').max(200) });
const options = z.array(option).min(2, 'Give at least two choices.').max(20);

export const Question = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('recommend'),
    ...shared,
    /** Answers given elsewhere, 0 to 10 on something else than likelihood to recommend: never called NPS. */
    scale: z.literal('other_0_10').optional(),
  }),
  z.strictObject({
    kind: z.literal('rating'),
    ...shared,
    points: z.union([z.literal(5), z.literal(7)]),
    low: z.string().trim().min(1, 'Say what the lowest number means.').max(60),
    high: z.string().trim().min(1, 'Say what the highest number means.').max(60),
  }),
  z.strictObject({ kind: z.literal('single'), ...shared, options }),
  z.strictObject({ kind: z.literal('multiple'), ...shared, options }),
  z.strictObject({ kind: z.literal('text'), ...shared }),
]);
export type Question = z.infer<typeof Question>;

/** A set of questions for one persona, as it is drafted and as it is frozen. */
export const QuestionSet = z.strictObject({
  intro: z.string().trim().max(600),
  questions: z
    .array(Question)
    .min(1, 'Ask at least one question.')
    .max(40)
    .refine(
      (all) => new Set(all.map((question) => question.key)).size === all.length,
      'Two questions share a key.',
    ),
});
export type QuestionSet = z.infer<typeof QuestionSet>;

/** The scale an answer is kept on. An answer's meaning is (concept, wording, scale, persona), DOMAIN A5. */
export function scaleOf(
  question: Question,
): 'ltr_0_10' | 'other_0_10' | 'rating_1_5' | 'rating_1_7' | 'single' | 'multiple' | 'text' {
  switch (question.kind) {
    case 'recommend':
      return question.scale ?? 'ltr_0_10';
    case 'rating':
      return question.points === 5 ? 'rating_1_5' : 'rating_1_7';
    case 'single':
    case 'multiple':
    case 'text':
      return question.kind;
    default:
      return question satisfies never;
  }
}

/** Two wordings are one series only if they read the same: case and blanks aside. */
export function wordingKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
