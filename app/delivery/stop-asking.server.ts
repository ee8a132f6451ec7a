import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { currentHash } from '#app/programme/address-hash.server.ts';
import { readUnsubscribe } from './read-unsubscribe.server.ts';
import { insertProgrammeSuppression, insertSuppression } from './suppression.store.server.ts';

export type Stopped = { kind: 'unknown' } | { kind: 'stopped'; workspaceName: string };

/**
 * Puts the address behind an unsubscribe link on the list of those who must not be written to: at all, or by the
 * programme that wrote. Repeats are harmless, and the narrower wish never undoes the wider one.
 */
export async function stopAsking(
  house: Pick<House, 'db' | 'env' | 'clock'>,
  token: string,
  scope: 'all' | 'programme' = 'all',
): Promise<Stopped> {
  const found = await readUnsubscribe(house.db, token);
  if (!found) return { kind: 'unknown' };
  const { programmeId, workspaceName, workspace } = found;
  const entries = found.addresses.map((email) => ({
    ...{ workspaceId: workspace.id, domain: email.split('@')[1] ?? '', at: house.clock.now() },
    ...currentHash(house.env, email),
  }));
  await inTransaction(house.db, async (tx) => {
    for (const entry of entries) {
      if (scope === 'all') await insertSuppression(tx, { ...entry, reason: 'asked' });
      else await insertProgrammeSuppression(tx, { ...entry, programmeId });
    }
  });
  return { kind: 'stopped', workspaceName };
}
