import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { countHolders, listAttributeRows } from './attribute.store.server.ts';
import type { Attribute } from './attribute.ts';

export async function listAttributes(db: Db, workspace: Workspace): Promise<Attribute[]> {
  return listAttributeRows(db, workspace);
}

export interface CountedAttribute extends Attribute {
  /** People, or accounts, that have a value. */
  holders: number;
}

export async function listCountedAttributes(db: Db, workspace: Workspace): Promise<CountedAttribute[]> {
  const people = await countHolders(db, workspace, 'person');
  const accounts = await countHolders(db, workspace, 'account');
  const all = await listAttributeRows(db, workspace);
  return all.map((one) => ({ ...one, holders: people.get(one.id) ?? accounts.get(one.id) ?? 0 }));
}
