import type { NO_PERSONA_RULE } from './no-persona-words.ts';

/** A text that will be sent, and how it is read. */
export interface CheckedText {
  /** Where it stands, e.g. `intro`, `q3.wording`, `q3.options.o2`. */
  place: string;
  text: string;
  /** Questions get every rule; labels (choices, scale ends) and prose (intro, closing, help) get fewer. */
  role: 'question' | 'label' | 'prose';
}

export type WordingRule =
  | typeof NO_PERSONA_RULE
  | 'jargon'
  | 'double_barrelled'
  | 'leading'
  | 'reading_ease'
  | 'too_long'
  | 'double_negative'
  | 'absolute';

export interface Finding {
  rule: WordingRule;
  place: string;
  /** UTF-16 offsets in the text as given. */
  start: number;
  end: number;
  /** The words found: `text.slice(start, end)`. */
  words: string;
  /** `settle`: rewrite, or accept with a reason, before publishing. `advice`: may stand. */
  weight: 'settle' | 'advice';
  /** A plain sentence that says what to do. */
  sentence: string;
  /** Words that may replace start..end, in the survey's language, or null. */
  suggestion: string | null;
}

/** A finding before it is known which text it stands in. */
export type Found = Omit<Finding, 'place' | 'words'>;
