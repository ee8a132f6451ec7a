import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { isMailOff } from './queue-mail.store.server.ts';

/** Whether a member gets their queue by mail. */
export async function readQueueMail(
  db: Db,
  workspace: Workspace,
  memberId: string,
): Promise<{ isOn: boolean }> {
  return { isOn: !(await isMailOff(db, workspace, memberId)) };
}
