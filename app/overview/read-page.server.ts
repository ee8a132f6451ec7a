import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Committees } from './committees/committees.ts';
import { readCommitteesApart, readSilent } from './committees/read-committees.server.ts';
import type { Overdue } from './overdue/overdue.ts';
import { readOverdue } from './overdue/read-overdue.server.ts';
import type { AskedPage } from './page/asked-page.ts';
import { beginPage, type PageLanes, type ReadPageLanes, readLanesPart } from './read-page-lanes.server.ts';

/** The executive's page: lanes of one persona each, and no place for a figure of several. */
export interface ExecutivePage extends PageLanes {
  committees: Committees;
  overdue: Overdue;
}

export type ReadPage = { kind: 'read'; page: ExecutivePage } | Exclude<ReadPageLanes, { kind: 'read' }>;

/** Everything that the page says. Its paper says the same; its lines, its pictures and its mail say parts of it. */
export async function readPage(
  house: Pick<House, 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  asked: AskedPage,
): Promise<ReadPage> {
  const { reading: db } = house;
  const now = house.clock.now();
  // Who is silent hangs on no wave, and is the longest way to go.
  const [begun, silent] = await Promise.all([
    beginPage(db, workspace, asked),
    readSilent(house, workspace, now),
  ]);
  if (begun.kind !== 'begun') return begun;
  const { overview } = begun;
  const { wave } = overview;
  const lanes = overview.lanes.map(({ lane }) => lane);
  const [part, committees, overdue] = await Promise.all([
    readLanesPart(db, workspace, overview, now),
    readCommitteesApart(db, workspace, { wave, lanes }),
    readOverdue(db, workspace, { programmeId: wave.programmeId, now }),
  ]);
  return { kind: 'read', page: { ...part, committees: { ...committees, silent }, overdue } };
}
