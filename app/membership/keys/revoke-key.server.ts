import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { revokeKeyRow } from './api-key.store.server.ts';

/** Ends a key for good, from the next request on. */
export async function revokeKey(
  house: House,
  workspace: Workspace,
  { keyId, actor }: { keyId: string; actor: string },
): Promise<{ kind: 'revoked' } | { kind: 'unknown' }> {
  const now = house.clock.now();
  return house.db.transaction().execute(async (tx) => {
    if (!(await revokeKeyRow(tx, workspace, keyId, now))) return { kind: 'unknown' };
    const entry = { id: house.ids.make(), at: now, actor, act: 'revoke_key', subject: keyId, detail: {} };
    await writeAudit(tx, workspace, entry);
    return { kind: 'revoked' };
  });
}
