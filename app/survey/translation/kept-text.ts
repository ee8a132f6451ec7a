import { z } from 'zod';

/** As many characters as a translation may have at all, see `QuestionSet.translations`. */
export const LONGEST_TRANSLATION = 1000;

/** How far a translator's own program brought it; what is written on the page is neither. */
export const SEALS = ['reviewed', 'final'] as const;
export type Seal = (typeof SEALS)[number];

const KeptText = z.object({
  text: z.string().min(1).max(LONGEST_TRANSLATION),
  /** The original that it was translated from; empty where nobody knows. Differs from today's: changed since. */
  of: z.string().max(LONGEST_TRANSLATION),
  seal: z.enum(SEALS).optional(),
});
export type KeptText = z.infer<typeof KeptText>;

/** The texts of one language by place, as `survey_translation.texts` keeps them. */
export const KeptTexts = z.record(z.string().max(90), KeptText);
export type KeptTexts = Readonly<Record<string, KeptText>>;

export function keptAt(texts: KeptTexts, place: string): KeptText | undefined {
  return Object.hasOwn(texts, place) ? texts[place] : undefined;
}

/** Blanks and the way letters are composed apart: a program that carries a text may change them, nobody reads them. */
export function sameText(one: string, other: string): boolean {
  return one === other || bare(one) === bare(other);
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
