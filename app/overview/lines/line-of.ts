import type { CsvCell } from '#app/platform/safe-csv.ts';
import { displayRound, formatInterval } from '#app/results/display.ts';
import { dominanceSentences } from '#app/results/sentence.ts';
import type { LaneView } from '../page/lane-view.ts';

/** One line per persona, for those who want "one line": persona, score with interval, heard, change, what is owed. */
export function lineOf({ sentence, kept }: Pick<LaneView, 'sentence' | 'kept'>): string {
  return kept?.overdue ? `${sentence}. ${kept.overdue}` : `${sentence}.`;
}

/** All of them under one another, and the sentence that stands where a total would. */
export function linesOf(lanes: readonly LaneView[]): string {
  return [...lanes.map(lineOf), NO_TOTAL].join('\n');
}

export const NO_TOTAL = 'No total: these are different people answering different questions.';

export const LINES_HEADER = [
  'persona',
  'wave',
  'score',
  'interval',
  'heard',
  'known',
  'accounts',
  'since',
  'change',
  'promised',
  'overdue',
  'note',
] as const;

/**
 * The same as cells, the persona first; no row stands for several. A score is a number, below zero too, and none where two ways of
 * counting are far apart: the note says both.
 */
export function rowOf(
  waveName: string,
  {
    persona,
    figure,
    heardTold,
    known,
    since,
    kept,
  }: Pick<LaneView, 'persona' | 'figure' | 'heardTold' | 'known' | 'since' | 'kept'>,
): CsvCell[] {
  const interval = figure?.interval;
  return [
    persona.plural,
    waveName,
    figure?.score == null || figure.dominance.apart !== null ? null : displayRound(figure.score),
    interval?.kind === 'none' || !interval
      ? ''
      : interval.kind === 'census'
        ? 'all heard'
        : formatInterval(interval),
    heardTold,
    known,
    figure?.accounts,
    since?.earlierName ?? '',
    since?.words ?? '',
    kept?.promised ?? '',
    kept?.overdue ?? '',
    figure ? dominanceSentences(figure).join(' ') : '',
  ];
}
