import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { displayRound } from './display.ts';
import { type Figure, figureOf } from './figure.ts';
import { listWaves } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import type { Thresholds } from './thresholds.ts';

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
  'scores_compare_only_within_one_persona',
] as const;

export type ExportRow = readonly (string | number | null)[];

/** The figures of a wave (the newest one by default), a row per persona and no row for all; null for no wave. */
export async function exportFigures(
  db: Db,
  workspace: Workspace,
  waveId: string | null,
  thresholds: Thresholds,
): Promise<ExportRow[] | null> {
  const waves = await listWaves(db, workspace);
  const wave = waveId ? waves.find(({ id }) => id === waveId) : waves[0];
  if (!wave) return null;
  const lanes = await readLanes(db, workspace, wave);
  return lanes.flatMap(({ score }) => (score ? [toRow(figureOf(score, thresholds))] : []));
}

function toRow(figure: Figure): ExportRow {
  const { interval } = figure;
  const range = interval.kind === 'none' ? null : interval;
  return [
    figure.persona.name,
    figure.wave.name,
    figure.metric.name,
    figure.question.wording,
    figure.score === null ? null : displayRound(figure.score),
    range && displayRound(range.lo),
    range && displayRound(range.hi),
    figure.shortage ?? interval.meaning,
    figure.n,
    figure.known,
    figure.accounts,
    'yes',
  ];
}
