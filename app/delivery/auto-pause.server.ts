import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { markPaused } from '#app/programme/asking/pause.store.server.ts';
import { enoughToCount, reasonToStop, type Stop } from './auto-pause.ts';
import { findWaveName } from './event/told-message.store.server.ts';
import { countAccepted, listToLookAt, lookAtReturns, markStopped } from './event/wave-return.store.server.ts';
import { stoppedNotice } from './notice/owner-notice.ts';
import { tellOwner } from './notice/tell-owner.server.ts';

type Inside = Pick<House, 'env' | 'ids' | 'clock'>;

/** Looks at every wave where more came back since the last look, and stops those beyond the limits. */
export async function lookAtLimits(house: Pick<House, 'db' | 'env' | 'ids' | 'clock'>): Promise<void> {
  for (const { workspaceId, waveId } of await listToLookAt(house.db))
    await inTransaction(house.db, async (tx) => {
      const workspace = mintWorkspace(workspaceId);
      const returned = await lookAtReturns(tx, workspace, waveId);
      if (!returned) return;
      const { stoppedBounces, stoppedComplaints } = returned;
      const accepted = await countAccepted(tx, workspace, { waveId, most: enoughToCount(returned) });
      const before = { hardBounces: stoppedBounces, complaints: stoppedComplaints };
      const stop = reasonToStop(accepted, returned, before);
      if (stop) await pauseForBounces(house, tx, workspace, { waveId, stop });
    });
}

/** Stops a wave because of what came back and tells its owner; part of the transaction that counted. */
async function pauseForBounces(
  house: Inside,
  tx: Db,
  workspace: Workspace,
  { waveId, stop }: { waveId: string; stop: Stop },
): Promise<void> {
  const at = house.clock.now();
  // One that is held up already, or over, is looked at again when more comes back.
  if (!(await markPaused(tx, workspace, { waveId, why: stop.why, by: null, at }))) return;
  await markStopped(tx, workspace, { waveId, why: stop.words, at });
  const { programmeId, waveName } = await findWaveName(tx, workspace, waveId);
  const waveUrl = `${house.env.publicUrl}/sends/${toSlug('wave', waveId)}`;
  const notice = stoppedNotice({ waveName, why: stop.words, waveUrl });
  const about = `${waveId} ${at}`;
  await tellOwner({ ...house, db: tx }, workspace, { programmeId, kind: 'stopped', about, notice });
  await writeAudit(tx, workspace, {
    id: house.ids.make(),
    at,
    actor: 'system',
    act: 'pause_wave',
    subject: waveId,
    detail: { why: stop.why },
  });
}
