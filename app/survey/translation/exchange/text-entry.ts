import type { Seal } from '../kept-text.ts';

/** The most bytes of a file with translations, 2 MB: a survey of the greatest length fills a fifth of it. */
export const MOST_BYTES = 2 * 1024 * 1024;

/** One place of a file that came back. */
export interface TextEntry {
  place: string;
  /** The original as the file has it. */
  original: string;
  /** Null where nothing is translated, or only a part of it. */
  text: string | null;
  /** The file says that somebody translated exactly this original; one that says less leaves an old mark alone. */
  isDone: boolean;
  /** Undefined where the file cannot say. */
  seal?: Seal | null;
}

export type ReadEntries = { kind: 'read'; entries: TextEntry[] } | { kind: 'refused'; sentence: string };

export function refuseFile(sentence: string): Extract<ReadEntries, { kind: 'refused' }> {
  return { kind: 'refused', sentence };
}
