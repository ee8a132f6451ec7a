import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type ExportRow, figureCells, toQuestionRows, toRow } from './export-rows.ts';
import { type Figure, figureOf } from './figure.ts';
import { listWaves, newestOf } from './lane.store.server.ts';
import { readLanes } from './read-lanes.server.ts';
import { readQuestions } from './read-questions.server.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * The figures of a wave (the newest one by default): rows of one persona each and no row for all; null for no wave.
 * A persona's score comes first, then its other questions in the order asked, a row for each value.
 */
export async function exportFigures(
  db: Db,
  workspace: Workspace,
  waveId: string | null,
  thresholds: Thresholds,
): Promise<ExportRow[] | null> {
  const waves = await listWaves(db, workspace);
  const wave = waveId ? waves.find(({ id }) => id === waveId) : newestOf(waves);
  if (!wave) return null;
  const rows: ExportRow[] = [];
  for (const lane of await readLanes(db, workspace, wave)) {
    if (lane.score) rows.push(toFigureRow(figureOf(lane.score, thresholds)));
    for (const result of await readQuestions(db, workspace, { wave, lane }, thresholds))
      rows.push(...(result.view === 'score' ? [toFigureRow(result.figure)] : toQuestionRows(result)));
  }
  return rows;
}

function toFigureRow(figure: Figure): ExportRow {
  return toRow(figure, figureCells(figure));
}
