import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import { invite, type QueueMessages, raiseKnown } from '../invite.server.ts';
import { gatherNamed } from '../pile/gather-piles.server.ts';
import { takeNamed } from '../pile/take-named.ts';
import { findHalt } from '../send-wave.server.ts';
import { refreshAskedStatistics } from '../wave/invitation.store.server.ts';
import { findAskingWave, listLanes, lockWave } from '../wave/wave.store.server.ts';
import {
  addToOrder,
  dropOrders,
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
    while ((await preparePart(house, order, queue)) === 'more') {
      made += 1;
      // The first parts are opened while the last are made: early, and then each time there are twice as many.
      if (Number.isInteger(Math.log2(made)))
        await refreshAskedStatistics(house.db, house.engine, made === 1 ? 'all' : 'grown');
      await new Promise((resolve) => setTimeout(resolve, BETWEEN[house.engine]));
    }
    await refreshAskedStatistics(house.db, house.engine, made > 0 ? 'grown' : 'all');
  }
}

function preparePart(
  house: PreparingHouse,
  order: OpenOrder,
  queue: QueueMessages,
): Promise<'more' | 'done'> {
  const { workspace, id, waveId } = order;
  return inTransaction(house.db, async (tx) => {
    const now = house.clock.now();
    await lockWave(tx, workspace, waveId);
    const wave = await findAskingWave(tx, workspace, waveId);
    const halted = wave ? findHalt(wave) : 'closed';
    if (halted === 'closed' || halted === 'shut') await dropOrders(tx, workspace, waveId, now);
    if (!wave || halted) return 'done';
    const lanes = await listLanes(tx, workspace, waveId);
    const roleIds = await takePart(tx, workspace, id);
    if (roleIds === null) {
      if (await markEnded(tx, workspace, id, now)) await raiseKnown(tx, workspace, wave, lanes);
      return 'done';
    }
    const { programmeId } = wave;
    const gather = { waveId, programmeId, lanes, now, secrets: house.env };
    const piles = await gatherNamed(tx, workspace, gather, roleIds);
    // What a stale role means was said when the send was decided; one that has become stale since is left out.
    const named = takeNamed(roleIds, piles, order.stale ?? 'leave_out');
    await invite({ ...house, db: tx }, workspace, { waveId, lanes, named }, queue);
    const invited = named.asked.length;
    await addToOrder(tx, workspace, id, { invited, leftOut: roleIds.length - invited });
    return 'more';
  });
}
