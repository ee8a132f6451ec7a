import type { AnswerTarget } from '#app/audience/import/answer-columns.ts';
import { oneLine, trimCell } from '#app/audience/import/cell-text.ts';
import { type DateOrder, readDate } from '#app/audience/import/date-order.ts';
import { readEmail } from '#app/audience/import/email-address.ts';
import type { Reason } from '#app/audience/import/import-limits.ts';
import { readLanguage } from '#app/audience/import/locale-cells.ts';
import { blankKey, readScoreCell, type ScoreRange } from '#app/audience/import/score-cell.ts';
import { HOUR } from '#app/platform/clock.ts';
import type { AnswerChoices } from './answer-import.ts';
import { RANGES } from './declared-question.ts';

/** What the mapping settled about every row. `today` and `answeredOn` are ISO days. */
export interface AnswerColumns {
  targets: readonly AnswerTarget[];
  dateOrder: DateOrder | null;
  range: ScoreRange;
  /** Codes that mean “no answer”, by `blankKey`. */
  blanks: ReadonlySet<string>;
  /** The day of every answer where no column says it. */
  answeredOn: string | null;
  today: string;
}

/** One row as it would come in; `roleText` waits for `readRoleCell`, `account` for the accounts known. */
export interface AnswerRow {
  roleText: string;
  score: number | null;
  words: string | null;
  /** ISO day. */
  answeredOn: string;
  account: string | null;
  emailKey: string | null;
  language: string | null;
}

/**
 * `set_aside` is a number that is none of the scale's: kept in the report, never clamped. `silent` says nothing.
 * `need_you` could be an answer once someone mends the row.
 */
export type ReadAnswerRow =
  | { kind: 'answer'; row: AnswerRow }
  | { kind: 'set_aside'; reason: Reason }
  | { kind: 'silent'; reason: Reason }
  | { kind: 'need_you'; reason: Reason };

/** The columns as chosen; null until they were. @param now ms */
export function columnsOf(choices: AnswerChoices, now: number): AnswerColumns | null {
  const { targets, dateOrder, question, answeredOn } = choices;
  if (!targets) return null;
  return {
    targets,
    dateOrder,
    range: RANGES[question?.scale ?? 'other_0_10'],
    blanks: new Set(choices.blanks.map(blankKey)),
    answeredOn,
    today: new Date(now + AHEAD_OF_UTC).toISOString().slice(0, 10),
  };
}

/** Where the day begins first it is tomorrow already: nobody is told that their today is still to come. */
const AHEAD_OF_UTC = 14 * HOUR;

export function readAnswerRow(cells: readonly string[], columns: AnswerColumns): ReadAnswerRow {
  const cell = (target: AnswerTarget) => cells[columns.targets.indexOf(target)] ?? '';
  const score = readScoreCell(cell('score'), columns.blanks, columns.range);
  if (score.kind === 'set_aside') return { kind: 'set_aside', reason: score.reason };
  const words = trimCell(cell('verbatim')) || null;
  if (score.kind === 'blank' && words === null) return { kind: 'silent', reason: SILENT };
  const day = readDay(cell('date'), columns);
  if (day.kind === 'need_you') return day;
  const email = readEmail(cell('email'));
  return {
    kind: 'answer',
    row: {
      roleText: oneLine(cell('persona')),
      score: score.kind === 'score' ? score.score : null,
      words,
      answeredOn: day.iso,
      account: oneLine(cell('account')) || null,
      emailKey: email.kind === 'address' ? email.key : null,
      language: readLanguage(cell('language')),
    },
  };
}

const SILENT: Reason = { code: 'NO_ANSWER', sentence: 'Neither a score nor a word: nobody answered here.' };

function readDay(
  cell: string,
  columns: AnswerColumns,
): { kind: 'day'; iso: string } | { kind: 'need_you'; reason: Reason } {
  if (columns.answeredOn !== null) return { kind: 'day', iso: columns.answeredOn };
  const read = readDate(cell, columns.dateOrder);
  if (read.kind !== 'date') {
    const sentence =
      read.kind === 'blank'
        ? 'No date: when was this answered?'
        : `“${oneLine(cell).slice(0, 40)}” is no date that can be read.`;
    return { kind: 'need_you', reason: { code: 'ANSWER_DATE', sentence } };
  }
  if (read.iso <= columns.today) return { kind: 'day', iso: read.iso };
  return { kind: 'need_you', reason: { code: 'ANSWER_DATE', sentence: `${read.iso} is still to come.` } };
}
