import { readCommitteeShares } from '#app/committee/read-committee-shares.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { asksByName, listWaves, type WaveLine } from '#app/results/lane.store.server.ts';
import { readOverdue } from '../overdue/read-overdue.server.ts';
import { newestToRead } from '../read-overview.server.ts';
import { readPageLanes } from '../read-page-lanes.server.ts';
import { type DigestPart, MOST_PARTS } from './digest.ts';

/**
 * What this Monday's mail says, the same for every member: the newest wave of each programme that is not shut.
 * @param sentBy leaves out what was sent later, ms
 */
export async function readDigest(
  house: Pick<House, 'reading' | 'clock' | 'env'>,
  workspace: Workspace,
  sentBy = Number.POSITIVE_INFINITY,
): Promise<DigestPart[]> {
  const parts: DigestPart[] = [];
  for (const wave of await newestWaves(house.reading, workspace, sentBy)) {
    const [read, committees, overdue] = await Promise.all([
      readPageLanes(house, workspace, { waveId: wave.id, withId: null }),
      readCommitteeShares(house.reading, workspace, wave),
      readOverdue(house.reading, workspace, { programmeId: wave.programmeId, now: house.clock.now() }),
    ]);
    if (read.kind !== 'read') continue;
    const { lanes } = read.page;
    parts.push({
      ...{ waveId: wave.id, waveName: wave.name, programmeName: wave.programmeName },
      ...{ headline: wave.headline, lanes, committees, overdue },
      pageUrl: new URL(`/overview?wave=${toSlug('wave', wave.id)}`, house.env.publicUrl).href,
    });
  }
  return parts;
}

async function newestWaves(db: Db, workspace: Workspace, sentBy: number): Promise<WaveLine[]> {
  const asking = new Set(
    (await listProgrammes(db, workspace)).filter(({ state }) => state !== 'shut').map(({ id }) => id),
  );
  const waves = (await listWaves(db, workspace)).filter(
    (wave) => asksByName(wave) && asking.has(wave.programmeId) && (wave.sentAt ?? 0) <= sentBy,
  );
  const byProgramme = Map.groupBy(waves, ({ programmeId }) => programmeId);
  return [...byProgramme.values()].flatMap((own) => newestToRead(own) ?? []).slice(0, MOST_PARTS);
}
