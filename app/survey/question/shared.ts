import { z } from 'zod';
import { BASES } from '#app/persona/persona.ts';
import { Condition, JUMP_END } from '../logic/condition.ts';

/** Keys are short, stable through versions, and safe as form field names. */
export const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** The lines of a purpose that a question can serve; one that serves none was asked for by nobody (DOMAIN A10). */
export const SERVED_LINES = ['unknown', 'decision', 'changeRule'] as const;
export type ServedLine = (typeof SERVED_LINES)[number];

/** Where to go on after a question, the first that holds; `end` thanks and asks no more. */
export const Jump = z.strictObject({ when: Condition, to: z.union([key, z.literal(JUMP_END)]) });
export type Jump = z.infer<typeof Jump>;

/** What every frozen question has, whatever its kind. */
export const shared = {
  key,
  /** May hold `{{account.name|your company}}`, see `logic/piping.ts`. */
  wording: z.string().trim().min(1, 'Write the question.').max(500),
  /** A line under the wording. */
  help: z.string().trim().max(300).optional(),
  /** What is asked about, e.g. `recommend`, `price`: ties the same question of two personas together. */
  concept: z.string().trim().min(1, 'Say in a word or three what it is about.').max(60),
  required: z.boolean(),
  /** Offers "prefer not to say", which is an answer and counts as no other. */
  declinable: z.boolean().optional(),
  /** Absent where a set was asked elsewhere. */
  serves: z.enum(SERVED_LINES).optional(),
  /** Whose work the wording takes for granted; a set for another persona cannot hold it. */
  assumes: z.enum(BASES).optional(),
  showIf: Condition.optional(),
  jumps: z.array(Jump).max(10).optional(),
};

export const option = z.strictObject({
  key,
  label: z.string().trim().min(1, 'Write this choice.').max(200),
});
export type Option = z.infer<typeof option>;

/** A list of lines to choose from, order or rate. */
export function lines(least: number, most: number, sentence: string) {
  return z.array(option).min(least, sentence).max(most);
}

export const end = (which: string) => z.string().trim().min(1, `Say what the ${which} means.`).max(60);

/** The keys that no line of ours can wear, because keys begin with a letter. */
export const DECLINED = '_declined';
export const OTHER = '_other';
