import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { addressHashes, currentHash } from '#app/programme/address-hash.server.ts';
import { findEntriesOf } from './suppression.store.server.ts';
import { rehashEntries } from './suppression-keys.store.server.ts';

export interface Written {
  programmeId: string;
  email: string;
}

/**
 * True when this address must not be written to, by this programme or at all. What stands under a former key is written
 * down under the current one when it is met, so that the former one is needed no longer than it has to be.
 */
export async function checkSuppressed(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspaceId: string,
  { programmeId, email }: Written,
): Promise<boolean> {
  const found = await Promise.all(
    addressHashes(env, email).map((hash) => findEntriesOf(db, [workspaceId, programmeId], hash)),
  );
  const entries = found.flatMap((one) => one ?? []);
  const current = currentHash(env, email);
  const former = entries.filter(({ hash, keyId }) => hash !== current.hash || keyId !== current.keyId);
  for (const formerHash of new Set(former.map(({ hash }) => hash)))
    await inTransaction(db, (tx) => rehashEntries(tx, workspaceId, { formerHash, current }));
  return entries.length > 0;
}
