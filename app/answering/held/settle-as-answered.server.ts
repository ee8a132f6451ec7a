import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { settleMachineHeld } from './held.store.server.ts';

/**
 * These people have answered by hand: what waits of their invitations because it looked like a machine needs no
 * member any more. Runs in the transaction that keeps their answers, after the responses are inserted.
 */
export async function settleAsAnswered(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
  at: number,
): Promise<void> {
  if (invitationIds.length > 0) await settleMachineHeld(tx, workspace, invitationIds, at);
}
