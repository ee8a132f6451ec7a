import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { addressHashes } from '#app/programme/address-hash.server.ts';
import { listAddresses, listWished } from './declined.store.server.ts';

/** Those who sit there and asked not to be written to, by anybody or by this programme; reads only. */
export async function whoDeclined(
  { reading: db, env }: Pick<House, 'reading' | 'env'>,
  workspace: Workspace,
  { seats, programmeId }: { seats: readonly { personId: string }[]; programmeId: string | null },
): Promise<Set<string>> {
  const personIds = [...new Set(seats.map(({ personId }) => personId))];
  const addresses = await listAddresses(db, workspace, personIds);
  const hashed = addresses.map(({ personId, email }) => ({ personId, hashes: addressHashes(env, email) }));
  const hashes = hashed.flatMap((one) => one.hashes);
  const wished = await listWished(db, workspace, { programmeId, hashes });
  return new Set(
    hashed.filter((one) => one.hashes.some((hash) => wished.has(hash))).map(({ personId }) => personId),
  );
}
