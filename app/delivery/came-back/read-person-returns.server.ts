import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listReturnsToPerson } from './came-back.store.server.ts';
import { type MailOutcome, toMailOutcome } from './mail-outcome.ts';

export interface AddressReturn {
  /** In lower case. */
  address: string;
  outcome: MailOutcome;
  at: number;
  detail: string;
}

/** What came back for good from a person's addresses: for each address the newest. */
export async function readPersonReturns(
  db: Db,
  workspace: Workspace,
  personId: string,
): Promise<AddressReturn[]> {
  const newest = new Map<string, AddressReturn>();
  for (const row of await listReturnsToPerson(db, workspace, personId)) {
    const address = row.address.toLowerCase();
    if (newest.has(address)) continue;
    const { outcome, at, detail } = row;
    newest.set(address, { address, outcome: toMailOutcome(outcome), at: at ?? 0, detail: detail ?? '' });
  }
  return [...newest.values()];
}
