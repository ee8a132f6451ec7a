import type { Db } from '#app/platform/db.server.ts';
import { everySecret, type Secrets } from '#app/platform/secrets.server.ts';
import { suppressionKeyId } from '#app/programme/address-hash.server.ts';
import { countByKey } from './suppression-keys.store.server.ts';

/** Entries whose key is not at hand: whoever they stand for is not recognised and could be written to again. */
export async function countLostSuppressions(db: Db, secrets: Secrets, workspaceId?: string): Promise<number> {
  const known = new Set(everySecret(secrets).map(suppressionKeyId));
  const counts = await countByKey(db, workspaceId);
  // Of an entry that names no key nobody can say whether it is lost.
  const lost = counts.filter(({ keyId }) => keyId !== '' && !known.has(keyId));
  return lost.reduce((sum, { entries }) => sum + entries, 0);
}
