import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listWaves } from '../lane.store.server.ts';
import { readLanes } from '../read-lanes.server.ts';
import { readSample } from '../read-sample.server.ts';
import { readThresholds } from '../read-thresholds.server.ts';
import { showingOf } from '../showing.ts';
import { type AskedPin, countScores, listFallenRows } from './falling.store.server.ts';
import type { Line } from './line.ts';
import { chose } from './list-fallen.server.ts';

/** People whose answers must stand together before a rule says anything of them in confidence (RELIABILITY 4.1). */
const CONFIDENTIAL_LANE = 10;

/**
 * Whether it may be said of ONE persona of a confidential wave that answers are on the wrong side of a line: only of a lane
 * whose figure shows, of enough people, with enough of them on that side and none or enough on the other. Yes or no, and
 * never how many.
 */
export async function hasLaneFallen(
  db: Db,
  workspace: Workspace,
  pin: AskedPin,
  line: Line,
): Promise<boolean> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === pin.waveId);
  if (wave?.confidentiality !== 'confidential') return false;
  const [lane] = await readLanes(db, workspace, wave, pin.personaId);
  const question = lane?.questions.find(({ key }) => key === pin.questionKey);
  if (!lane || !question) return false;
  const thresholds = await readThresholds(db, workspace);
  const about = { wave, lane: lane.row, invited: lane.invited };
  const sample = await readSample(db, workspace, { ...about, question, live: true });
  const fewest = Math.max(CONFIDENTIAL_LANE, thresholds.showAnswers);
  if (sample.n < fewest || showingOf(sample, thresholds) !== 'shown') return false;
  const { under, over } = await countSides(db, workspace, pin, line);
  return under >= thresholds.showAnswers && (over === 0 || over >= thresholds.showAnswers);
}

async function countSides(
  db: Db,
  workspace: Workspace,
  pin: AskedPin,
  line: Line,
): Promise<{ under: number; over: number }> {
  if ('atMost' in line)
    return {
      under: await countScores(db, workspace, pin, line),
      over: await countScores(db, workspace, pin, { above: line.atMost }),
    };
  const all = { atMost: null, afterId: '', limit: MOST_READ };
  const rows = await listFallenRows(db, workspace, pin, all);
  const under = rows.filter((row) => chose(row, line.choice)).length;
  return { under, over: rows.length - under };
}

/** Enough to know whether each side holds enough. */
const MOST_READ = 10_000;
