import type { Db } from '#app/platform/db.server.ts';
import { moveMessage } from '../claim.store.server.ts';
import type { ClaimedMessage } from '../claimed-message.ts';

type Held = Pick<ClaimedMessage, 'workspace_id' | 'id' | 'fence'>;

export interface Move {
  message: Held;
  cells: Parameters<typeof moveMessage>[2];
}

/** Moves several messages on, each only if it is still held; for each whether it was. */
export async function moveMessages(tx: Db, moves: readonly Move[]): Promise<boolean[]> {
  const moved: boolean[] = [];
  for (const { message, cells } of moves) moved.push(await moveMessage(tx, message, cells));
  return moved;
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
