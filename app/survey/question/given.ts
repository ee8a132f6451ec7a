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
  | { kind: 'fault'; sentence: string };

export function fault(sentence: string): ReadAnswer {
  return { kind: 'fault', sentence };
}

export function answered(value: AnswerValue): ReadAnswer {
  return { kind: 'answered', value };
}

export const BLANK: ReadAnswer = { kind: 'blank' };

export const LONGEST_TEXT = 5000;

/** A text as both engines can keep it: PostgreSQL takes no NUL. */
export function readText(verbatim: string, longest = LONGEST_TEXT): ReadAnswer {
  if (verbatim.includes('\0'))
    return fault('This text holds a character that cannot be kept; please write it without.');
  if (verbatim.length > longest) return fault(`Please keep it under ${longest} characters.`);
  return answered({ verbatim });
}
