import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '#app/programme/address-hash.server.ts';
import { listStops } from './suppression.store.server.ts';

/** What keeps mail from one address of a person. */
export interface Wish {
  email: string;
  /** Why nothing at all is sent to it; null where something may be. */
  stopped: 'asked' | 'complaint' | 'bounce' | 'member' | null;
  /** Programmes that may not write to it, by name. */
  programmes: string[];
}

/** Those of some addresses that must not be written to, by anybody or by some programmes. Reads only. */
export async function readWishes(
  { db, env }: Pick<House, 'db' | 'env'>,
  workspace: Workspace,
  emails: readonly string[],
): Promise<Wish[]> {
  const hashed = emails.map((email) => ({ email, hashes: addressHashes(env, email) }));
  const { all, own } = await listStops(
    db,
    workspace,
    hashed.flatMap(({ hashes }) => hashes),
  );
  return hashed.flatMap(({ email, hashes }) => {
    const stopped = all.find(({ hash }) => hashes.includes(hash))?.reason ?? null;
    const programmes = own.filter(({ hash }) => hashes.includes(hash)).map(({ name }) => name);
    return stopped || programmes.length > 0 ? [{ email, stopped, programmes }] : [];
  });
}
