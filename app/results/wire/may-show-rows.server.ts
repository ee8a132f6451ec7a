import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { readSample } from '../read-sample.server.ts';
import { showingOf } from '../showing.ts';
import type { Thresholds } from '../thresholds.ts';

/** People whose answers must stand together before any is given out in confidence (RELIABILITY 4.1). */
const CONFIDENTIAL_ROWS = 10;

/** Whether the responses of one persona of a wave may leave the house a line each. */
export async function mayShowRows(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
  thresholds: Thresholds,
): Promise<boolean> {
  if (wave.confidentiality === 'attributed') return true;
  if (lane.heard < CONFIDENTIAL_ROWS) return false;
  const [first] = lane.questions;
  const about = { wave, lane: lane.row, invited: lane.invited };
  const sample =
    lane.score ?? (first ? await readSample(db, workspace, { ...about, question: first }) : null);
  return sample !== null && sample.n >= CONFIDENTIAL_ROWS && showingOf(sample, thresholds) === 'shown';
}
