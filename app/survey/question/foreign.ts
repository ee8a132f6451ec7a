/** The formats that surveys come in from elsewhere. */
export const FOREIGN_FORMATS = ['surveyjs', 'qualtrics', 'formbricks'] as const;
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number];

/** A plain text in the survey's own language, and what it is in others by language tag. */
export interface Said {
  text: string;
  others: ReadonlyMap<string, string>;
}

/** A choice, a row or a column with the value that their logic knows it by. */
export interface TakenLine {
  theirs: string;
  label: Said;
}

export type TakenPart = Said | readonly TakenLine[] | string | boolean;

/** What a kind makes of a question from elsewhere. */
export type Taken =
  | {
      kind: 'taken';
      /** By the names of the kind's parts. */
      parts?: Readonly<Record<string, TakenPart>>;
      /** Our value for theirs, where it is no line: `other` is `_other`. */
      values?: readonly (readonly [theirs: string, ours: string])[];
      /** What is not as it was, a sentence each. */
      changed?: readonly string[];
    }
  /** It is of this kind, and still cannot come in. */
  | { kind: 'refused'; sentence: string };

/** A question as another product wrote it. Paths lead through its own properties: `Validation.Settings.Type`. */
export interface ForeignElement {
  /** Their name of its kind: `radiogroup`, `MC/SAVR`, `multipleChoiceSingle`. */
  readonly type: string;
  readonly wording: Said;
  said(path: string): Said;
  lines(path: string): TakenLine[];
  text(path: string): string;
  /** Also a number that was written as a text. */
  number(path: string): number | null;
  isOn(path: string): boolean;
  has(path: string): boolean;
}

/** Their questions of a kind, format by format; null for a question of another kind. */
export type Foreign = Partial<Record<ForeignFormat, (element: ForeignElement) => Taken | null>>;

export function taken(
  parts: Readonly<Record<string, TakenPart>>,
  more: { changed?: readonly string[]; values?: readonly (readonly [string, string])[] } = {},
): Taken {
  return { kind: 'taken', parts, ...more };
}

export function refused(sentence: string): Taken {
  return { kind: 'refused', sentence };
}

/** A bound or a count as a builder field holds it. */
export function typed(number: number | null): string {
  return number === null ? '' : String(number);
}

/** The sentences whose condition holds. */
export function told(...notes: readonly (readonly [boolean, string])[]): string[] {
  return notes.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
