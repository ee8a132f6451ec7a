import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { markRevoked } from './share.store.server.ts';

/** Ends a link at once: whoever follows it reads that it opens nothing. Pressing twice changes nothing. */
export async function revokeShare(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { id, memberId }: { id: string; memberId: string },
): Promise<{ kind: 'revoked' } | { kind: 'not_open' }> {
  const now = clock.now();
  return db.transaction().execute(async (tx) => {
    if (!(await markRevoked(tx, workspace, { id, now }))) return { kind: 'not_open' } as const;
    const entry = { id: ids.make(), at: now, actor: memberId, act: 'end_share', subject: id, detail: {} };
    await writeAudit(tx, workspace, entry);
    return { kind: 'revoked' } as const;
  });
}
