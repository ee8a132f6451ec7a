import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { WaveLine } from '#app/results/lane.store.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { comparableWith } from './compare/pair-of.ts';
import { type ReadPair, readPair } from './compare/read-pair.server.ts';
import type { AskedPage } from './page/asked-page.ts';
import type { LaneView } from './page/lane-view.ts';
import { viewLanes } from './page/view-lanes.server.ts';
import { type Overview, readOverview } from './read-overview.server.ts';

/** The lanes of the executive's page, of one persona each, beside what they are of. */
export interface PageLanes {
  wave: WaveLine;
  waves: WaveLine[];
  against: WaveLine | null;
  /** Earlier waves that it can be compared with. */
  comparable: WaveLine[];
  lanes: LaneView[];
  /** How the changes of several lanes were judged together; null where at most one has one. */
  judged: string | null;
}

type NoPage = Exclude<ReadPair, { kind: 'pair' }>;

export type ReadPageLanes = { kind: 'read'; page: PageLanes } | NoPage;

/**
 * The lanes of the page and nothing else of it; or the one of `personaId`. Its change is judged among those of all lanes
 * all the same: what is taken from the page says what the page says.
 */
export async function readPageLanes(
  { reading: db, clock }: Pick<House, 'reading' | 'clock'>,
  workspace: Workspace,
  asked: AskedPage & { personaId?: string },
): Promise<ReadPageLanes> {
  const begun = await beginPage(db, workspace, asked);
  if (begun.kind !== 'begun') return begun;
  const { overview } = begun;
  const lanes = overview.lanes.filter(
    ({ lane }) => asked.personaId === undefined || lane.row.persona.id === asked.personaId,
  );
  const now = clock.now();
  return { kind: 'read', page: await readLanesPart(db, workspace, { ...overview, lanes }, now) };
}

/** The figures of a page, from which each of its parts is read. */
export async function beginPage(
  db: Db,
  workspace: Workspace,
  asked: AskedPage,
): Promise<{ kind: 'begun'; overview: Overview } | NoPage> {
  const [pair, thresholds] = await Promise.all([
    readPair(db, workspace, asked),
    readThresholds(db, workspace),
  ]);
  if (pair.kind !== 'pair') return pair;
  return { kind: 'begun', overview: await readOverview(db, workspace, pair, thresholds) };
}

export async function readLanesPart(
  db: Db,
  workspace: Workspace,
  overview: Overview,
  now: number,
): Promise<PageLanes> {
  const { wave, waves, against, together } = overview;
  return {
    ...{ wave, waves, against, comparable: comparableWith(waves, wave) },
    lanes: await viewLanes(db, workspace, overview, { now }),
    judged: together.words,
  };
}
