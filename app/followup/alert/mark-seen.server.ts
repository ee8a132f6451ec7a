import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { markRowsSeen } from './alert.store.server.ts';

/** A member has seen these alerts; answers of how many they were the first. */
export async function markSeen(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { ids, memberId }: { ids: readonly string[]; memberId: string },
): Promise<number> {
  return inTransaction(db, (tx) => markRowsSeen(tx, workspace, { ids, memberId, at: clock.now() }));
}
