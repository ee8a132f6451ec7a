import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { invite, type QueueMessages, raiseKnown } from '../invite.server.ts';
import { gatherNamed } from '../pile/gather-piles.server.ts';
import { takeNamed } from '../pile/take-named.ts';
import { findHalt } from '../send-wave.server.ts';
import { refreshAskedStatistics } from '../wave/invitation.store.server.ts';
import { findAskingWave, listLanes, lockWave, shareWave } from '../wave/wave.store.server.ts';
import {
  addToOrder,
  dropOrders,
  hasParts,
  listOpenOrders,
  markEnded,
  type OpenOrder,
  takePart,
} from './order.store.server.ts';

/** Between two parts, in ms: whoever writes to the same file gets their turn. PostgreSQL gives it by itself. */
const BETWEEN = { sqlite: 10, postgres: 0 } as const;

type PreparingHouse = Pick<House, 'db' | 'engine' | 'ids' | 'clock' | 'env'>;

/** True while somebody waits to be invited whose programme may ask now. */
export async function hasOrders({ db }: Pick<House, 'db'>): Promise<boolean> {
  return (await listOpenOrders(db)).length > 0;
}

/**
 * Makes ready what sends to very many have decided, part by part, until nothing is left. Each part is taken away and
 * turned into invitations by one transaction: whatever ends this process, everybody is in a part or has one invitation,
 * and of two processes that do it at once, one gets each part. Who cannot be asked by now is left out and counted.
 */
export async function prepareOrders(house: PreparingHouse, queue: QueueMessages): Promise<void> {
  for (const order of await listOpenOrders(house.db)) {
    let made = 0;
    for (let more = await prepareRound(house, order, queue); more > 0; ) {
      // The first parts are opened while the last are made: early, and then each time there are twice as many.
      if (Math.floor(Math.log2(made + more)) > Math.floor(Math.log2(made)))
        await refreshAskedStatistics(house.db, house.engine);
      made += more;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN[house.engine]));
      more = await prepareRound(house, order, queue);
    }
    await inTransaction(house.db, (tx) => endOrder({ ...house, db: tx }, order));
    await refreshAskedStatistics(house.db, house.engine);
  }
}

/**
 * As many parts as get on beside each other: one is worked out here while the other is written there. Between two rounds none is
 * under way, so whoever wants the wave for themselves gets it. How many were made ready.
 */
async function prepareRound(house: PreparingHouse, order: OpenOrder, queue: QueueMessages): Promise<number> {
  const parts = Array.from({ length: house.db.family.atOnce }, () => preparePart(house, order, queue));
  const ended = await Promise.allSettled(parts);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return ended.filter((one) => one.status === 'fulfilled' && one.value).length;
}

/** True where a part was made ready. */
function preparePart(house: PreparingHouse, order: OpenOrder, queue: QueueMessages): Promise<boolean> {
  const { workspace, id, waveId } = order;
  return inTransaction(house.db, async (tx) => {
    const now = house.clock.now();
    await shareWave(tx, house.engine, workspace, waveId);
    const wave = await findAskingWave(tx, workspace, waveId);
    if (!wave || findHalt(wave)) return false;
    const lanes = await listLanes(tx, workspace, waveId);
    const roleIds = await takePart(tx, house.engine, workspace, id);
    if (roleIds === null) return false;
    const { programmeId } = wave;
    const gather = { waveId, programmeId, lanes, now, secrets: house.env };
    const piles = await gatherNamed(tx, workspace, gather, roleIds);
    // What a stale role means was said when the send was decided; one that has become stale since is left out.
    const named = takeNamed(roleIds, piles, order.stale ?? 'leave_out');
    await invite({ ...house, db: tx }, workspace, { waveId, lanes, named }, queue);
    const invited = named.asked.length;
    await addToOrder(tx, workspace, id, { invited, leftOut: roleIds.length - invited });
    return true;
  });
}

/** Ends an order that has no part left, or whose wave is over; where another process has one in hand, that process does. */
async function endOrder({ db: tx, clock }: PreparingHouse, order: OpenOrder): Promise<void> {
  const { workspace, id, waveId } = order;
  await lockWave(tx, workspace, waveId);
  const wave = await findAskingWave(tx, workspace, waveId);
  const halted = wave ? findHalt(wave) : 'closed';
  if (halted === 'closed' || halted === 'shut') await dropOrders(tx, workspace, waveId, clock.now());
  if (!wave || halted || (await hasParts(tx, workspace, id))) return;
  if (await markEnded(tx, workspace, id, clock.now()))
    await raiseKnown(tx, workspace, wave, await listLanes(tx, workspace, waveId));
}
