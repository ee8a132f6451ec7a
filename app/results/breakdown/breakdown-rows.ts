import { figureCells, heardCell } from '../export-rows.ts';
import { type Together, wordsAmong } from '../together.ts';
import type { Breakdown, BreakdownRow } from './breakdown.ts';

/** The persona leads, so that a row torn from the file still says whose it is; no row stands for several groups. */
export const BREAKDOWN_HEADER = [
  'persona',
  'wave',
  'broken_down_by',
  'group',
  'metric',
  'question',
  'score',
  'interval_low',
  'interval_high',
  'interval_means',
  'heard',
  'known',
  'accounts',
  'answers',
  'against_the_rest',
  'scores_compare_only_within_one_persona',
] as const;

type Cell = string | number | null;

/** The groups as the page lists them: of a withheld one its name, and nothing that was counted. */
export function breakdownRows(
  { way, rows }: Pick<Breakdown, 'way' | 'rows'>,
  { persona, wave, together }: { persona: string; wave: string; together: Together },
): Cell[][] {
  return rows.map((row) => {
    const cells: Partial<Record<(typeof BREAKDOWN_HEADER)[number], Cell>> = {
      ...{ persona, wave, broken_down_by: way?.name ?? null, group: row.label },
      ...(row.kind === 'withheld' ? { interval_means: 'withheld' } : cellsOf(row, together)),
      scores_compare_only_within_one_persona: 'yes',
    };
    return BREAKDOWN_HEADER.map((column) => cells[column] ?? null);
  });
}

function cellsOf({ key, figure, rest }: Extract<BreakdownRow, { kind: 'shown' }>, together: Together) {
  return {
    ...figureCells(figure),
    question: figure.question.wording,
    heard: heardCell(figure),
    known: figure.known,
    accounts: figure.accounts,
    answers: figure.score === null ? (figure.answers?.join(' ') ?? null) : null,
    against_the_rest: rest && wordsAmong(`group ${key}`, rest.words, together),
  };
}
