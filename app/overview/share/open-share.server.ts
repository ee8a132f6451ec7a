import type { House } from '#app/platform/house.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import type { LaneView } from '../page/lane-view.ts';
import { viewLanes } from '../page/view-lanes.server.ts';
import { readOverview } from '../read-overview.server.ts';
import type { OpenShare } from './find-share.server.ts';
import { sharedLane, sharedThresholds } from './share.ts';

/** What somebody outside reads: one wave, persona by persona, and nothing that leads further in. */
export interface SharedPage {
  workspaceName: string;
  wave: { name: string; programmeName: string; closedAt: number | null; headline: string | null };
  againstName: string | null;
  lanes: LaneView[];
  expiresAt: number;
}

/** The page behind a link that was found by its token; null where there is nothing to read. */
export async function openShare(
  { reading: db, clock }: Pick<House, 'reading' | 'clock'>,
  share: OpenShare,
): Promise<SharedPage | null> {
  // The token is the proof, and it is of this workspace.
  const workspace = mintWorkspace(share.workspaceId);
  const waves = await listWaves(db, workspace);
  const wave = waves.find(({ id }) => id === share.waveId);
  if (!wave) return null;
  const against = waves.find(({ id }) => id === share.withId) ?? null;
  const thresholds = sharedThresholds(await readThresholds(db, workspace));
  const overview = await readOverview(db, workspace, { wave, waves, against }, thresholds);
  const { name, programmeName, closedAt, headline, confidentiality } = wave;
  // Asked again here: the row of a link could be older than a promise.
  const showsNames = share.showsNames === 1 && confidentiality === 'attributed';
  const lanes = await viewLanes(db, workspace, overview, { now: clock.now(), shows: 'counts' });
  return {
    workspaceName: share.workspaceName,
    wave: { name, programmeName, closedAt, headline },
    againstName: against?.name ?? null,
    lanes: lanes.map((lane) => sharedLane(lane, { waveName: name, showsNames })),
    expiresAt: share.expiresAt,
  };
}
