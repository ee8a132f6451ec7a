import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertAccounts, updateAccount } from '../account.store.server.ts';
import { listAttributeRows } from '../attribute/attribute.store.server.ts';
import { ABOUT } from '../attribute/attribute.ts';
import { putValues } from '../attribute/value.store.server.ts';
import { changeTitle, insertEmployments } from '../employment.store.server.ts';
import { insertAddresses, insertPeople, updatePerson } from '../person.store.server.ts';
import { insertRoles } from '../role.store.server.ts';
import type { Writes } from './batch.ts';

/** Writes one planned batch; part of the transaction that moves the run on. */
export async function writeBatch(db: Db, workspace: Workspace, writes: Writes, now: number): Promise<void> {
  await insertAccounts(db, workspace, [...writes.accounts.values()], now);
  for (const account of writes.accountChanges.values()) await updateAccount(db, workspace, account, now);
  await insertPeople(db, workspace, writes.people, now);
  for (const person of writes.personChanges) await updatePerson(db, workspace, person, now);
  await insertAddresses(db, workspace, writes.addresses, now);
  await insertEmployments(db, workspace, writes.employments, now);
  for (const title of writes.titles) await changeTitle(db, workspace, title);
  await insertRoles(db, workspace, writes.roles, now);
  await writeOwnValues(db, workspace, writes);
}

/** An attribute that was deleted since the columns were chosen takes no values any more. */
async function writeOwnValues(db: Db, workspace: Workspace, { values }: Writes): Promise<void> {
  if (ABOUT.every((about) => values[about].size === 0)) return;
  const known = new Set((await listAttributeRows(db, workspace)).map(({ id }) => id));
  for (const about of ABOUT) {
    const kept = [...values[about].values()].filter(({ attributeId }) => known.has(attributeId));
    await putValues(db, workspace, about, kept);
  }
}
