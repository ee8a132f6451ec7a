import type { Draft } from '../draft/draft.ts';
import type { Said } from '../question/foreign.ts';
import type { ReadElement } from './element.ts';
import type { Expression } from './expression.ts';

/** What became of one thing of theirs. */
export interface ReportLine {
  /** Where it stood in their file. */
  place: string;
  /** What it was, in their words. */
  what: string;
  outcome: 'carried' | 'changed' | 'left_out';
  sentence: string;
}

/** Where a jump of theirs leads when it ends the survey. */
export const THEIR_END = '\u0000end';

export interface TheirJump {
  /** Null: always. */
  when: Expression | null;
  /** The condition in their words, for the report. */
  words: string;
  to: string;
}

/** A question as it was found in a file, with what its logic says. */
export interface Found {
  /** What their logic calls it. */
  theirs: string;
  place: string;
  /** A name to make a concept of; empty for one that says nothing, such as `question1`. */
  name: string;
  element: ReadElement;
  help: Said;
  required: boolean;
  showIf: Expression | null;
  /** Their conditions in their words, for the report. */
  showWords: string;
  jumps: TheirJump[];
  /** What it had besides and cannot have here, a sentence each. */
  lost: string[];
  /** Why it cannot come in whatever its kind; null where a kind may take it. */
  why: string | null;
}

/** A whole file as it was found, before any of it is ours. */
export interface ForeignSurvey {
  name: string;
  /** BCP 47; their own where the file says one. */
  language: string;
  intro: Said;
  closing: Said;
  found: Found[];
  /** What was left behind before any question was looked at. */
  report: ReportLine[];
}

/** Texts by place (`texts.ts`), by language tag. */
export type Translations = Record<string, Record<string, string>>;

/** A survey that can be opened as a draft, with what became of each thing in the file. */
export interface Brought {
  name: string;
  language: string;
  draft: Draft;
  translations: Translations;
  report: ReportLine[];
}

export const NOTHING_SAID: Said = { text: '', others: new Map() };

export function leftOut(place: string, what: string, sentence: string): ReportLine {
  return { place, what, outcome: 'left_out', sentence };
}

export function changed(place: string, what: string, sentence: string): ReportLine {
  return { place, what, outcome: 'changed', sentence };
}
