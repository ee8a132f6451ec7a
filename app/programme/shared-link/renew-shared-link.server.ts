import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { hashToken, keyIdOf } from '#app/platform/secrets.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { linkToken } from '../link-token.server.ts';
import { findSharedLink, replaceToken } from './shared-link.store.server.ts';

export type RenewedLink = { kind: 'renewed' } | { kind: 'closed' } | { kind: 'unknown' };

/** A new address for the same link; the one before opens nothing from now on. */
export async function renewSharedLink(
  { db, ids, clock, env }: Pick<House, 'db' | 'ids' | 'clock' | 'env'>,
  workspace: Workspace,
  { waveId, actor }: { waveId: string; actor: Actor },
): Promise<RenewedLink> {
  return db.transaction().execute(async (tx): Promise<RenewedLink> => {
    const link = await findSharedLink(tx, workspace, waveId);
    if (!link) return { kind: 'unknown' };
    if (link.state === 'closed') return { kind: 'closed' };
    const generation = link.generation + 1;
    const fresh = await replaceToken(tx, workspace, {
      id: link.id,
      generation: link.generation,
      tokenHash: hashToken(linkToken(env.appSecret, 'shared', link.id, generation)),
      keyId: keyIdOf(env.appSecret),
    });
    if (!fresh) return { kind: 'renewed' };
    const entry = { id: ids.make(), at: clock.now(), actor, act: 'renew_shared_link', subject: waveId };
    await writeAudit(tx, workspace, { ...entry, detail: { generation } });
    return { kind: 'renewed' };
  });
}
