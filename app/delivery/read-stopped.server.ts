import type { House } from '#app/platform/house.ts';
import { addressHashes } from '#app/programme/address-hash.server.ts';
import type { WayOut } from './read-unsubscribe.server.ts';
import { findEntries } from './suppression.store.server.ts';

/** What is written down already for those behind an unsubscribe link: the widest of it. Reads only. */
export async function readStopped(
  { db, env }: Pick<House, 'db' | 'env'>,
  { workspace, programmeId, addresses }: WayOut,
): Promise<'all' | 'programme' | null> {
  const scopes = new Set<'all' | 'programme'>();
  for (const email of addresses) {
    const hashes = addressHashes(env, email);
    const entries = await findEntries(db, workspace.id, { programmeId, hashes });
    // One address that may still be written to is one mail too many.
    if (entries.length === 0) return null;
    scopes.add(entries.some(({ scope }) => scope === 'all') ? 'all' : 'programme');
  }
  return scopes.has('programme') ? 'programme' : 'all';
}
