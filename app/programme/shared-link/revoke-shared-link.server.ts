import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findSharedLink, markRevoked } from './shared-link.store.server.ts';

export type RevokedLink = { kind: 'revoked' } | { kind: 'already' } | { kind: 'unknown' };

/** Stops the address at once, without a word to whoever follows it; its answers and its wave stay as they are. */
export async function revokeSharedLink(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { waveId, actor }: { waveId: string; actor: Actor },
): Promise<RevokedLink> {
  const now = clock.now();
  return db.transaction().execute(async (tx): Promise<RevokedLink> => {
    const link = await findSharedLink(tx, workspace, waveId);
    if (!link) return { kind: 'unknown' };
    if (!(await markRevoked(tx, workspace, { id: link.id, now }))) return { kind: 'already' };
    const entry = { id: ids.make(), at: now, actor, act: 'revoke_shared_link', subject: waveId, detail: {} };
    await writeAudit(tx, workspace, entry);
    return { kind: 'revoked' };
  });
}
