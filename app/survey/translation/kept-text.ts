/** As many characters as a translation may have at all, see `QuestionSet.translations`. */
export const LONGEST_TRANSLATION = 1000;

/** How far a translator's own program brought it; what is written on the page is neither. */
export const SEALS = ['reviewed', 'final'] as const;
export type Seal = (typeof SEALS)[number];

export interface KeptText {
  text: string;
  /** The original that it was translated from; empty where nobody knows. Differs from today's: changed since. */
  of: string;
  seal?: Seal | undefined;
}

/** The texts of one language by place. */
export type KeptTexts = Readonly<Record<string, KeptText>>;

/** A text as it came from a form or a file: line ends of one kind, no blanks around it. */
export function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}

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
