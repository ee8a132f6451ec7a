import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { accountNames } from './account-names.store.server.ts';

const CHOICES = 1000;

/** Accounts by name, to choose one from: the first 1,000. */
export function chooseAccount(db: Db, workspace: Workspace): Promise<{ id: string; name: string }[]> {
  return accountNames(db, workspace, CHOICES);
}
