import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { readHome, readTwin, type Twin, writeTwin } from '#app/platform/whereabouts.server.ts';
import {
  findInstallation,
  hasMessages,
  insertInstallation,
  lockInstallation,
  markRestored,
  settleIn,
} from './armed.store.server.ts';
import { whyOlder, whyRestored } from './restored.ts';

export type Whereabouts =
  | ({ kind: 'armed' } & Twin)
  /** Nothing may be sent until an admin has said so. */
  | { kind: 'restored'; at: number; why: string };

type Settling = Pick<House, 'db' | 'env' | 'clock' | 'ids' | 'log'>;

/**
 * Compares what the database says of itself with what lies outside it, and writes down where the two do not belong
 * together. A database that says nothing yet settles where it is.
 */
export async function settleWhereabouts(house: Settling): Promise<Whereabouts> {
  const home = await readHome(house.env.databaseUrl);
  // The twin is read and written while the row is held: another process that settles would be taken for a restore.
  const found = await inTransaction(house.db, (tx) => settleInside({ ...house, db: tx }, home));
  if (found.kind === 'restored')
    house.log.warn({ restoredAt: found.at }, `nothing is sent until an admin has confirmed it: ${found.why}`);
  return found;
}

async function settleInside(house: Settling, home: string | null): Promise<Whereabouts> {
  const { db: tx, env, clock } = house;
  await lockInstallation(tx);
  const row = await findInstallation(tx);
  if (!row) return moveIn(house, home);
  if (row.restoredAt !== null && row.restoredWhy !== null)
    return { kind: 'restored', at: row.restoredAt, why: row.restoredWhy };
  const now = clock.now();
  const twin = readTwin(env.databaseUrl);
  const why = whyRestored(row, { home, twin });
  if (why !== null) {
    await markRestored(tx, { now, why });
    return { kind: 'restored', at: now, why };
  }
  if (row.home === null && home !== null) await settleIn(tx, home);
  const armed = { instance: row.instance, round: row.round };
  writeTwin(env.databaseUrl, armed);
  return { kind: 'armed', ...armed };
}

async function moveIn(house: Settling, home: string | null): Promise<Whereabouts> {
  const { db: tx, env, clock, ids } = house;
  const now = clock.now();
  const why = whyOlder({ home, twin: readTwin(env.databaseUrl) }, await hasMessages(tx));
  const instance = ids.make();
  const isOurs = await insertInstallation(tx, { instance, home, now, restoredWhy: why });
  // On PostgreSQL two nodes may look at the same moment; there what the quicker one wrote holds.
  if (!isOurs) return settleInside(house, home);
  if (why !== null) return { kind: 'restored', at: now, why };
  writeTwin(env.databaseUrl, { instance, round: 1 });
  return { kind: 'armed', instance, round: 1 };
}
