import { z } from 'zod';
import { PERSON_TARGETS } from './column-targets.ts';
import { isOwnTarget, type OwnTarget } from './own-targets.ts';

export type ImportState = 'mapping' | 'checking' | 'checked' | 'queued' | 'running' | 'done' | 'failed';

const Own = z.custom<OwnTarget>((target) => typeof target === 'string' && isOwnTarget(target));

const DateOrder = z.enum(['day_first', 'month_first']);

/** What a member settled about one file of people. */
export const PeopleChoices = z.object({
  /** The names of the columns, kept for the report when the file itself is gone. */
  headers: z.array(z.string()).default([]),
  /** One target per column; null until the columns were chosen. */
  targets: z.array(z.enum(PERSON_TARGETS).or(Own)).nullable().default(null),
  dateOrders: z
    .object({ 'account.renewal_date': DateOrder.optional(), 'role.start': DateOrder.optional() })
    .default({}),
  /** Date columns whose order the dates themselves do not tell, so that a member did. */
  toldOrders: z.array(z.string()).default([]),
  /** Keys of words that come in without a role, decided for this file alone. */
  wordsWithout: z.array(z.string()).default([]),
});
export type PeopleChoices = z.infer<typeof PeopleChoices>;

/** Rows by what happens to them. The first five add up to the rows of the file; none is ever dropped. */
export const ROW_COUNTS = ['newPeople', 'alreadyHere', 'roleMissing', 'waitForWord', 'needYou'] as const;

export const PeopleReport = z.object({
  /** New people who come in with a role. */
  newPeople: z.number().default(0),
  alreadyHere: z.number().default(0),
  /** New people who come in without a role. */
  roleMissing: z.number().default(0),
  /** Rows whose role word nobody has explained yet. */
  waitForWord: z.number().default(0),
  needYou: z.number().default(0),
  /** Among those already here. */
  newTitles: z.number().default(0),
  newRoles: z.number().default(0),
  newAccounts: z.number().default(0),
  /** Distinct words of the role column in the order they appear, and how many rows hold each. */
  words: z.array(z.object({ word: z.string(), rows: z.number() })).default([]),
  /** Rows whose role cell says nothing. */
  withoutWord: z.number().default(0),
  /** When the work in hand began (ms), and after how many rows, for the time left. */
  since: z.number().default(0),
  sinceRow: z.number().default(0),
});
export type PeopleReport = z.infer<typeof PeopleReport>;

export const EMPTY_REPORT: PeopleReport = PeopleReport.parse({});

/** One file on its way in. */
export interface ImportRun {
  id: string;
  state: ImportState;
  fileName: string;
  /** Bytes. */
  fileSize: number;
  choices: PeopleChoices;
  report: PeopleReport;
  rowsRead: number;
  rowsTotal: number | null;
  failure: string | null;
  createdBy: string;
  createdAt: number;
  finishedAt: number | null;
}

/** Words such as "about 2 minutes left", or undefined while too little is known to say. */
export function timeLeft(
  run: Pick<ImportRun, 'rowsRead' | 'rowsTotal'> & { report: Pick<PeopleReport, 'since' | 'sinceRow'> },
  now: number,
): string | undefined {
  const spent = now - run.report.since;
  const read = run.rowsRead - run.report.sinceRow;
  if (run.rowsTotal === null || read <= 0 || spent < 1000) return undefined;
  const seconds = Math.ceil(((run.rowsTotal - run.rowsRead) * spent) / read / 1000);
  if (seconds < 60) return `about ${Math.max(1, Math.ceil(seconds / 5) * 5)} seconds left`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'about a minute left' : `about ${minutes} minutes left`;
}
