import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { enoughToCount, reasonToStop } from './auto-pause.ts';
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
      if (!returned || returned.stoppedAt !== null) return;
      const accepted = await countAccepted(tx, workspace, { waveId, most: enoughToCount(returned) });
      const why = reasonToStop({ ...returned, accepted });
      if (why) await pauseForBounces(house, tx, workspace, { waveId, why });
    });
}

/** Stops a wave because of what came back, once, and tells its owner; part of the transaction that counted. */
export async function pauseForBounces(
  house: Inside,
  tx: Db,
  workspace: Workspace,
  { waveId, why }: { waveId: string; why: string },
): Promise<void> {
  const at = house.clock.now();
  if (!(await markStopped(tx, workspace, { waveId, why, at }))) return;
  const { programmeId, waveName } = await findWaveName(tx, workspace, waveId);
  const waveUrl = `${house.env.publicUrl}/sends/${toSlug('wave', waveId)}`;
  const notice = stoppedNotice({ waveName, why, waveUrl });
  await tellOwner({ ...house, db: tx }, workspace, { programmeId, kind: 'stopped', about: waveId, notice });
  await writeAudit(tx, workspace, {
    id: house.ids.make(),
    at,
    actor: 'system',
    act: 'pause_wave',
    subject: waveId,
    detail: { why },
  });
}
