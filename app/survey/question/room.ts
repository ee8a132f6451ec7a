import type { z } from 'zod';
import type { Html } from '#app/platform/html.ts';
import type { Foreign } from './foreign.ts';
import type { AnswerValue, Given, ReadAnswer } from './given.ts';
import type { Part, PartValue } from './part.ts';
import type { SaidId, SaidValues } from './said.ts';
import type { Option, ServedLine } from './shared.ts';

/** The scale an answer is kept on. An answer's meaning is (concept, wording, scale, persona), DOMAIN A5. */
export type Scale =
  | 'ltr_0_10'
  | 'other_0_10'
  | 'csat_1_5'
  | 'ces_1_7'
  | 'rating_1_5'
  | 'rating_1_7'
  | 'single'
  | 'multiple'
  | 'ranking'
  | 'matrix'
  | 'number'
  | 'date'
  | 'text'
  | 'consent'
  | 'role'
  | 'none';

/** What can be asked about an answer in a condition. */
export type Testable =
  | { kind: 'number'; low: number | null; high: number | null }
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'date' }
  /** Only whether it was answered. */
  | { kind: 'words' }
  /** Nothing: it takes no answer. */
  | { kind: 'nothing' };

/** How answers of a kind are counted and shown within one persona. */
export type Reading =
  | { view: 'score' }
  /** Each value with its share of the people who answered. */
  | { view: 'shares'; values: readonly Option[]; several: boolean }
  /**
   * For each row the shares of its columns; tally values are `row:column`, and the empty value counts the people.
   * `ordered`: columns are places, each given once, and shares are of everybody who gave any.
   */
  | { view: 'grid'; rows: readonly Option[]; columns: readonly Option[]; ordered?: boolean }
  /** Numbers or days in order; tally values are the canonical text. */
  | { view: 'spread'; of: 'number' | 'date'; unit: string }
  | { view: 'words' }
  | { view: 'none' };

/** A column of an export: its name after the question's own, and what one answer puts into it. */
export interface Column {
  suffix: string;
  cell(value: AnswerValue): string | number | null;
}

/** What a control needs to draw itself with what was given so far. */
export interface Drawing {
  given: Given;
  /** Steady for one respondent: options in random order keep their order when the page comes back. */
  seed: string;
  /** Attributes that tie a fault or a help line to a lone control; grouped controls carry none. */
  described: Html | null;
  /** The page's own words, in its language. */
  say(id: SaidId, values?: SaidValues): string;
}

export interface SharedQuestion {
  key: string;
  kind: string;
  wording: string;
  concept: string;
  required: boolean;
  declinable?: boolean | undefined;
}

/** What a new question of a kind starts with. */
export interface Blank {
  wording?: string;
  concept?: string;
  required?: boolean;
  serves?: ServedLine;
  parts?: Record<string, PartValue>;
}

/**
 * One kind of question, whole: its schema, its builder fields, its control on the respondent's page, how an answer is
 * read, counted, exported and shown. Adding a kind is one folder and one line in `rooms.ts`.
 */
export interface Room<Q extends SharedQuestion = SharedQuestion> {
  readonly kind: Q['kind'];
  readonly schema: z.ZodType<Q>;
  /** To choose it by, and beside a question of it. */
  readonly words: { choose: string; short: string };
  readonly group: 'scale' | 'choice' | 'words' | 'other';
  readonly parts: readonly Part[];
  readonly blank: Blank;
  /** False for what takes no answer. */
  readonly asks: boolean;
  /** True where one control stands for the question and its wording is the label. */
  readonly lone: boolean;
  scale(question: Q): Scale;
  /** Seconds to answer, reading the wording aside: judged by kind, good enough to keep a set short. */
  seconds(question: Q): number;
  testable(question: Q): Testable;
  /** The labels that the frozen question keeps beside it: choices, or the two ends of a scale. */
  labels(question: Q): Option[];
  /** Reads its own fields, blank where all are empty; `required` and "prefer not to say" are judged outside. */
  read(question: Q, given: Given): ReadAnswer;
  /** What to say when a required question came back blank. */
  readonly missing: SaidId;
  control(question: Q, drawing: Drawing): Html;
  /** What the tally counts for an answer; the empty value counts the person behind several ticks. */
  tally(question: Q, value: AnswerValue): string[];
  reading(question: Q): Reading;
  columns(question: Q): readonly Column[];
  /** Which questions of other products are of this kind; absent where none is. */
  readonly foreign?: Foreign;
}
