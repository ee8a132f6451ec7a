import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Job, startJob } from '#app/platform/job.ts';
import type { Secrets } from '#app/platform/secrets.server.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { addressHash, currentHash, suppressionKeyId } from '#app/programme/address-hash.server.ts';
import { countLostSuppressions } from './count-lost-suppressions.server.ts';
import { countByKey, listAddresses, listedAmong, rehashEntries } from './suppression-keys.store.server.ts';

/** Addresses looked at in one go. */
const BATCH = 500;

/**
 * Writes entries of former keys down under the current one for every address that is known, so that a former secret may
 * one day go without anybody being forgotten. Answers how many addresses that were.
 */
export async function keepSuppressions({ db, env }: Pick<House, 'db' | 'env'>): Promise<number> {
  const current = suppressionKeyId(env.appSecret);
  const counts = await countByKey(db);
  const workspaceIds = new Set(
    counts.filter(({ keyId }) => keyId !== current).map(({ workspaceId }) => workspaceId),
  );
  let kept = 0;
  for (const workspaceId of workspaceIds) kept += await keepIn(db, env, workspaceId);
  return kept;
}

async function keepIn(db: Db, env: Secrets, workspaceId: string): Promise<number> {
  let kept = 0;
  for (let after = ''; ; ) {
    const addresses = await listAddresses(db, workspaceId, { after, limit: BATCH });
    for (const secret of env.formerSecrets)
      kept += await keepUnder(db, env, { workspaceId, secret, addresses });
    if (addresses.length < BATCH) return kept;
    after = addresses.at(-1)!.key;
  }
}

async function keepUnder(
  db: Db,
  env: Secrets,
  given: { workspaceId: string; secret: string; addresses: readonly { email: string }[] },
): Promise<number> {
  const { workspaceId, secret, addresses } = given;
  if (addresses.length === 0) return 0;
  const hashed = addresses.map(({ email }) => ({ email, formerHash: addressHash(secret, email) }));
  const listed = await listedAmong(
    db,
    workspaceId,
    hashed.map(({ formerHash }) => formerHash),
  );
  const found = hashed.filter(({ formerHash }) => listed.has(formerHash));
  for (const { email, formerHash } of found) {
    const rehash = { formerHash, current: currentHash(env, email) };
    await inTransaction(db, (tx) => rehashEntries(tx, workspaceId, rehash));
  }
  return found.length;
}

/** Says at the start what is lost, and once a day brings what is known under the current key. */
export function startKeepingSuppressions(house: House): Job {
  const work = async () => {
    await keepSuppressions(house);
    const entries = await countLostSuppressions(house.db, house.env);
    if (entries > 0)
      house.log.warn(
        { entries },
        'entries of people who must not be written to are under a secret that is not at hand, so those people could be written to again; put the secret back into APP_SECRET_FORMER',
      );
    return false;
  };
  return startJob(DAY, work, (fault) => house.log.error({ err: fault }, 'keeping suppressions stumbled'));
}
