import { z } from 'zod';
import type { Scale } from './question/room.ts';
import { ROOMS, roomOf } from './question/rooms.ts';
import { SHARED_ANSWERS } from './shared-answers.ts';

type SchemasOf<Rooms extends readonly { schema: unknown }[]> = {
  -readonly [At in keyof Rooms]: Rooms[At]['schema'];
};

const schemas = ROOMS.map(({ schema }) => schema) as unknown as SchemasOf<typeof ROOMS>;

export const Question = z.discriminatedUnion('kind', schemas);
export type Question = z.infer<typeof Question>;

export const MOST_QUESTIONS = 200;

/** Texts of one language by place (`texts.ts`): `intro`, `q1.wording`, `q1.options.o2`. */
const Translation = z.record(z.string().max(90), z.string().max(1000));

/** A set of questions for one persona, as it is frozen. */
export const QuestionSet = z.strictObject({
  intro: z.string().trim().max(600),
  /** Thanks in their own words, after the product's; absent means none. */
  closing: z.string().trim().max(600).optional(),
  /** What a link for a page or chat makes of its answers; absent means that they are held. */
  shared: z.enum(SHARED_ANSWERS).optional(),
  questions: z
    .array(Question)
    .min(1, 'Ask at least one question.')
    .max(MOST_QUESTIONS)
    .refine(
      (all) => new Set(all.map((question) => question.key)).size === all.length,
      'Two questions share a key.',
    ),
  /** By BCP 47 tag; the set itself is in the survey's own language. */
  translations: z.record(z.string().max(35), Translation).optional(),
});
export type QuestionSet = z.infer<typeof QuestionSet>;

export function scaleOf(question: Question): Scale {
  return roomOf(question).scale(question);
}
