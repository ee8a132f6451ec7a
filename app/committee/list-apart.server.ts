import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type Apart, PULLS_APART, widestApart } from '#app/results/apart.ts';
import { listWaves } from '#app/results/lane.store.server.ts';
import { readAccounts } from '#app/results/read-accounts.server.ts';

/** One committee that pulls apart: its account, and the two personas furthest from each other, each with its count. */
export interface CommitteeApart extends Apart {
  accountId: string;
  accountName: string;
}

/**
 * Accounts of a wave whose personas pull apart, the widest gap first, then by name. None where answers were given in
 * confidence, and none for a wave that is not there.
 */
export async function listCommitteesApart(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
): Promise<CommitteeApart[]> {
  const wave = (await listWaves(db, workspace)).find(({ id }) => id === waveId);
  if (!wave) return [];
  const found: CommitteeApart[] = [];
  for (const [accountId, samples] of (await readAccounts(db, workspace, wave)).samples) {
    const apart = widestApart(samples);
    const accountName = samples[0]?.within?.name ?? '';
    if (apart && apart.points > PULLS_APART) found.push({ accountId, accountName, ...apart });
  }
  return found.sort(byWidth).slice(0, limit);
}

function byWidth(a: CommitteeApart, b: CommitteeApart): number {
  return (
    b.points - a.points || a.accountName.localeCompare(b.accountName) || (a.accountId < b.accountId ? -1 : 1)
  );
}
