import { z } from 'zod';
import { ANSWER_TARGETS } from '#app/audience/import/answer-columns.ts';
import type { ImportState } from '#app/audience/import/import-run.ts';
import { sumOf } from './answer-words.ts';
import { DeclaredQuestion } from './declared-question.ts';

/** What a member settled about one file of past answers. */
export const AnswerChoices = z.object({
  /** The names of the columns, kept for the report when the file itself is gone. */
  headers: z.array(z.string()).default([]),
  /** One target per column; null until the columns were chosen. */
  targets: z.array(z.enum(ANSWER_TARGETS)).nullable().default(null),
  dateOrder: z.enum(['day_first', 'month_first']).nullable().default(null),
  /** Null where the file holds comments alone. */
  question: DeclaredQuestion.nullable().default(null),
  /** Codes that mean “no answer”, as they were typed. */
  blanks: z.array(z.string()).default([]),
  answeredOn: z.string().nullable().default(null),
  programmeName: z.string().default(''),
  waveName: z.string().default(''),
  confidentiality: z.enum(['attributed', 'confidential', 'unlinkable']).default('confidential'),
  /** What each role word means in this file, by `wordKey`; null says that it names no role. */
  words: z.record(z.string(), z.string().nullable()).default({}),
  /** The wave that the answers go to, from the moment they are brought in. */
  waveId: z.string().nullable().default(null),
});
export type AnswerChoices = z.infer<typeof AnswerChoices>;

const counts = z.record(z.string(), z.number()).default({});

/** Rows by what happens to them; `rowsOf` adds them up to the rows of the file. None is ever dropped. */
export const AnswerReport = z.object({
  /** By persona id. */
  placed: counts,
  /** Kept without a persona, by the code of the reason. */
  unplaced: counts,
  /** No answer on the declared scale, by the code of the reason. */
  setAside: counts,
  /** Neither a score nor a word. */
  silent: z.number().default(0),
  /** Unreadable, or in doubt until someone mends the row. */
  needYou: z.number().default(0),
  /** In the wave already, from this file or one like it. */
  alreadyHere: z.number().default(0),
  newAccounts: z.number().default(0),
  /** Distinct words of the role column in the order they appear, and how many answers hold each. */
  words: z.array(z.object({ word: z.string(), rows: z.number() })).default([]),
  /** When the work in hand began (ms), and after how many rows, for the time left. */
  since: z.number().default(0),
  sinceRow: z.number().default(0),
});
export type AnswerReport = z.infer<typeof AnswerReport>;

/** One file of past answers on its way in. */
export interface AnswerImport {
  id: string;
  state: ImportState;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  choices: AnswerChoices;
  report: AnswerReport;
  rowsRead: number;
  rowsTotal: number | null;
  failure: string | null;
  createdBy: string;
  createdAt: number;
  finishedAt: number | null;
}

/** All rows a report accounts for. */
export function rowsOf({ placed, unplaced, setAside, silent, needYou, alreadyHere }: AnswerReport): number {
  return sumOf(placed) + sumOf(unplaced) + sumOf(setAside) + silent + needYou + alreadyHere;
}
