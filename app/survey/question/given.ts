import type { Said, SaidId, SaidValues } from './said.ts';

/** What a form or the API sent, by field: a question's own key, or `key.part` for the fields beside it. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** The values of one field, blanks dropped. */
export function givenOf(given: Given, field: string): string[] {
  return (given.get(field) ?? []).map((text) => text.trim()).filter((text) => text !== '');
}

/**
 * One answered question, as the table `answer` keeps it: a score, or tokens of what was chosen (with a text where
 * "other" was), or a text.
 */
export interface AnswerValue {
  score?: number;
  /** Option keys; `row:column` of a grid; a number or a day in its canonical form; `_declined`, `_other`. */
  choices?: string[];
  verbatim?: string;
}

export type ReadAnswer =
  | { kind: 'answered'; value: AnswerValue }
  | { kind: 'blank' }
  | { kind: 'fault'; said: Said };

export function fault(id: SaidId, values?: SaidValues): ReadAnswer {
  return { kind: 'fault', said: { id, values } };
}

export function answered(value: AnswerValue): ReadAnswer {
  return { kind: 'answered', value };
}

export const BLANK: ReadAnswer = { kind: 'blank' };

export const LONGEST_TEXT = 5000;

/** A text as both engines can keep it: PostgreSQL takes no NUL. */
export function readText(verbatim: string, longest = LONGEST_TEXT): ReadAnswer {
  if (verbatim.includes('\0')) return fault('fault.character');
  if (verbatim.length > longest) return fault('fault.long', { most: longest });
  return answered({ verbatim });
}
