import type { Db } from '#app/platform/db.server.ts';
import { inOneTrip } from '#app/platform/one-trip.ts';
import { type MoveCells, moveMessage } from '../claim.store.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';

type Held = Pick<ClaimedMessage, 'workspace_id' | 'id' | 'fence'>;

export interface Move {
  message: Held;
  cells: MoveCells;
}

/** Moves several messages on, each only if it is still held; for each whether it was. */
export async function moveMessages(tx: Db, moves: readonly Move[]): Promise<boolean[]> {
  return inOneTrip(...moves.map(({ message, cells }) => moveMessage(tx, message, cells)));
}

/** Puts messages back as they were before they were claimed: that try does not count. */
export async function unclaim(tx: Db, messages: readonly (Held & { attempts: number })[]): Promise<void> {
  for (const { workspace_id, id, fence, attempts } of messages)
    await tx
      .updateTable('outbound_message')
      .set({ state: 'queued', attempts: attempts - 1, lease_until: null })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .where('fence', '=', fence)
      .where('state', '=', 'claimed')
      .execute();
}
