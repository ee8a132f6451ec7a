import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressesOf } from './person.store.server.ts';
import { endRole, rolesOf } from './role.store.server.ts';

export interface Unreachable {
  personId: string;
  accountId: string;
  /** The address whose mail came back. */
  address: string;
  reason: string;
}

/**
 * Mail to a person comes back for good: their seats at this account stand empty from now on. Returns the roles that it
 * ended, none where the person is written to at another address by now. They go on working there until somebody knows
 * better, so that a wrong address can be put right. `house.db` is a transaction.
 */
export async function closeUnreachable(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { personId, accountId, address, reason }: Unreachable,
): Promise<{ roleId: string; personaId: string }[]> {
  const addresses = await addressesOf(tx, workspace, [personId]);
  const written = addresses.find(({ position }) => position === 0);
  if (written?.email.toLowerCase() !== address.toLowerCase()) return [];
  const now = clock.now();
  const open = (await rolesOf(tx, workspace, [personId])).filter(
    (role) => role.accountId === accountId && role.endedAt === null,
  );
  for (const role of open) {
    await endRole(tx, workspace, { id: role.id, at: Math.max(now, role.startedAt), reason });
    await writeAudit(tx, workspace, {
      id: ids.make(),
      at: now,
      actor: 'system',
      act: 'end_role',
      subject: role.id,
      detail: { reason: 'unreachable' },
    });
  }
  return open.map(({ id, personaId }) => ({ roleId: id, personaId }));
}
