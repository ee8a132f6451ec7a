import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { writeMailOff } from './queue-mail.store.server.ts';

/** A member says whether they want their queue by mail. */
export async function switchQueueMail(
  house: House,
  workspace: Workspace,
  wish: { memberId: string; isOff: boolean },
): Promise<void> {
  await inTransaction(house.db, (tx) => writeMailOff(tx, workspace, wish));
}
