import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import type { Committees } from './committees/committees.ts';
import { readCommittees } from './committees/read-committees.server.ts';
import { comparableWith } from './compare/pair-of.ts';
import { type ReadPair, readPair } from './compare/read-pair.server.ts';
import type { Overdue } from './overdue/overdue.ts';
import { readOverdue } from './overdue/read-overdue.server.ts';
import type { AskedPage } from './page/asked-page.ts';
import type { LaneView } from './page/lane-view.ts';
import { viewLanes } from './page/view-lanes.server.ts';
import { readOverview } from './read-overview.server.ts';

/** The executive's page: lanes of one persona each, and no place for a figure of several. */
export interface ExecutivePage {
  wave: WaveLine;
  waves: WaveLine[];
  against: WaveLine | null;
  /** Earlier waves that it can be compared with. */
  comparable: WaveLine[];
  lanes: LaneView[];
  /** How the changes of several lanes were judged together; null where at most one has one. */
  judged: string | null;
  committees: Committees;
  overdue: Overdue;
}

export type ReadPage = { kind: 'read'; page: ExecutivePage } | Exclude<ReadPair, { kind: 'pair' }>;

/** Everything that the page says. Its paper, its lines and its mail say parts of the same. */
export async function readPage(
  { reading: db, clock }: Pick<House, 'reading' | 'clock'>,
  workspace: Workspace,
  asked: AskedPage,
): Promise<ReadPage> {
  const pair = await readPair(db, workspace, asked);
  if (pair.kind !== 'pair') return pair;
  const { wave, against, waves } = pair;
  const thresholds = await readThresholds(db, workspace);
  const overview = await readOverview(db, workspace, wave.id, thresholds, against);
  if (!overview) return { kind: 'unknown_wave' };
  const now = clock.now();
  const page = {
    ...{ wave, waves, against, comparable: comparableWith(waves, wave) },
    lanes: await viewLanes(db, workspace, overview, { now }),
    judged: overview.together.words,
    committees: await readCommittees(db, workspace, { waveId: wave.id, now }),
    overdue: await readOverdue(db, workspace, { programmeId: wave.programmeId, now }),
  };
  return { kind: 'read', page };
}
