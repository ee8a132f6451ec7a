import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isInConfidence, policyFor } from '../confidence/policy.ts';
import { countOpened } from '../confidence/shown.store.server.ts';
import type { WaveLine } from '../lane.store.server.ts';
import type { Lane } from '../read-lanes.server.ts';
import { readSample } from '../read-sample.server.ts';
import { showingOf } from '../showing.ts';
import type { Thresholds } from '../thresholds.ts';

/** Whether the responses of one persona of a wave may leave the house a line each. */
export async function mayShowRows(
  db: Db,
  workspace: Workspace,
  { wave, lane }: { wave: WaveLine; lane: Lane },
  thresholds: Thresholds,
): Promise<boolean> {
  if (!isInConfidence(wave.confidentiality)) return true;
  const { texts: fewest } = policyFor(thresholds);
  if ((await countOpened(db, workspace, wave.id, lane.row.persona.id)) < fewest) return false;
  const [first] = lane.questions;
  const about = { wave, lane: lane.row, invited: lane.invited };
  const sample =
    lane.score ?? (first ? await readSample(db, workspace, { ...about, question: first }) : null);
  return sample !== null && sample.n >= fewest && showingOf(sample, thresholds) === 'shown';
}
