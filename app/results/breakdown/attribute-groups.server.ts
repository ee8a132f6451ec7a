import { listHeldValues } from '#app/audience/attribute/value.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Group } from './cut.ts';

/** The group that each account falls in by one attribute; those without a value are in none. */
export async function groupsOfAccounts(
  db: Db,
  workspace: Workspace,
  attributeId: string,
): Promise<ReadonlyMap<string, Group>> {
  return groupsOf(await listHeldValues(db, workspace, 'account', attributeId));
}

export async function groupsOfPeople(
  db: Db,
  workspace: Workspace,
  attributeId: string,
): Promise<ReadonlyMap<string, Group>> {
  return groupsOf(await listHeldValues(db, workspace, 'person', attributeId));
}

/** Spellings of one value are one group, under the first of them. */
function groupsOf(
  values: readonly { holderId: string; value: string; key: string }[],
): ReadonlyMap<string, Group> {
  const labels = new Map<string, string>();
  for (const { key, value } of values) if (!labels.has(key)) labels.set(key, value);
  return new Map(values.map(({ holderId, key }) => [holderId, { key, label: labels.get(key)! }]));
}
