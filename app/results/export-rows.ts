import type { Option } from '#app/survey/question/shared.ts';
import { type Band, bandWords } from './confidence/band.ts';
import { displayRound } from './display.ts';
import type { Figure } from './figure.ts';
import type { QuestionResult } from './question-result.ts';
import type { Question, Wave } from './sample.ts';
import { dominanceSentences } from './sentence.ts';
import type { Bar, Shares } from './shares.ts';
import type { Showing } from './showing.ts';

/** Persona leads, so that a row torn from the file still says whose figure it is. */
export const EXPORT_HEADER = [
  'persona',
  'wave',
  'metric',
  'question',
  'score',
  'interval_low',
  'interval_high',
  'interval_means',
  'heard',
  'known',
  'accounts',
  'row',
  'answer',
  'people',
  'percent',
  'percent_low',
  'percent_high',
  'declined',
  'scores_compare_only_within_one_persona',
  'note',
] as const;
type ColumnName = (typeof EXPORT_HEADER)[number];

type Cell = string | number | null;
export type ExportRow = readonly Cell[];

/** Whose row it is. */
interface Whose {
  persona: { name: string };
  wave: Wave;
  question: Question;
  n: number;
  band: Band | null;
  showing: Showing;
  known: number | null;
  accounts: number | null;
  declined: number | null;
}

export function toRow(whose: Whose, cells: Partial<Record<ColumnName, Cell>>): ExportRow {
  const row: Partial<Record<ColumnName, Cell>> = {
    persona: whose.persona.name,
    wave: whose.wave.name,
    question: whose.question.wording,
    heard: heardCell(whose),
    known: whose.known,
    accounts: whose.accounts,
    declined: whose.declined,
    scores_compare_only_within_one_persona: 'yes',
    ...cells,
  };
  return EXPORT_HEADER.map((column) => row[column] ?? null);
}

/** A score with its interval, and what the interval means or why there is none. */
export function figureCells(figure: Figure) {
  const { metric, score, interval, shortage, dominance } = figure;
  const range = interval.kind === 'none' ? null : interval;
  return {
    metric: metric.name,
    // Far apart by the two ways of counting, neither is a score to lead with; the note says both.
    score: score === null || dominance.apart !== null ? null : displayRound(score),
    interval_low: range && displayRound(range.lo),
    interval_high: range && displayRound(range.hi),
    interval_means: shortage ?? interval.meaning,
    note: dominanceSentences(figure).join(' ') || null,
  };
}

/** A band is a text of the file, and what is not told is empty. */
export function heardCell({ n, band, showing }: Pick<Whose, 'n' | 'band' | 'showing'>): Cell {
  if (band) return bandWords(band);
  return showing === 'withheld' ? null : n;
}

/** A row for each value with its share; of numbers and days a row for each mark and each bin. */
export function toQuestionRows(result: Exclude<QuestionResult, { view: 'score' }>): ExportRow[] {
  switch (result.view) {
    case 'shares':
      return toShareRows(result.shares, result.values, {});
    case 'grid': {
      const { grid, rows, columns } = result;
      return grid.rows.flatMap(({ key, shares }) =>
        toShareRows(shares, columns, { row: labelOf(rows, key), declined: grid.declined }),
      );
    }
    case 'spread':
      return toSpreadRows(result.spread, result.unit);
    default:
      return result satisfies never;
  }
}

function toShareRows(shares: Shares, labels: readonly Option[], cells: Partial<Record<ColumnName, Cell>>) {
  const metric = 'Share of those who answered';
  if (shares.bars === null) return [toRow(shares, { metric, interval_means: shares.shortage, ...cells })];
  return shares.bars.map((bar) =>
    toRow(shares, { metric, interval_means: shares.shortage, ...cells, ...cellsOf(bar, labels) }),
  );
}

function cellsOf(
  { value, people, share }: Bar,
  labels: readonly Option[],
): Partial<Record<ColumnName, Cell>> {
  const percent = (part: number) => displayRound(100 * part);
  return {
    answer: labelOf(labels, value),
    people,
    percent: share && percent(share.share),
    percent_low: share && percent(share.lo),
    percent_high: share && percent(share.hi),
  };
}

function toSpreadRows(
  spread: Extract<QuestionResult, { view: 'spread' }>['spread'],
  unit: string,
): ExportRow[] {
  const { lowest, lowerQuartile, median, upperQuartile, highest } = spread;
  const named = (metric: string) => (unit ? `${metric}, ${unit}` : metric);
  const marks = Object.entries({
    Lowest: lowest,
    'Lower quartile': lowerQuartile,
    Median: median,
    'Upper quartile': upperQuartile,
    Highest: highest,
  }).map(([metric, mark]) =>
    toRow(spread, { metric: named(metric), answer: mark, interval_means: spread.shortage }),
  );
  const bins = (spread.bins ?? []).map(({ label, people }) =>
    toRow(spread, { metric: named('Answers in a range'), answer: label, people }),
  );
  return [...marks, ...bins];
}

function labelOf(options: readonly Option[], key: string): string {
  return options.find((option) => option.key === key)?.label ?? key;
}
