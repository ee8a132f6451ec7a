import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows } from './attribute.store.server.ts';
import type { About, Attribute } from './attribute.ts';
import { valuesOf } from './value.store.server.ts';

/** The attributes about people, or accounts, and who of these has which value of them. */
export interface ReadValues {
  attributes: Attribute[];
  /** By holder, then by attribute id. */
  values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export async function readValues(
  db: Db,
  workspace: Workspace,
  about: About,
  holderIds: readonly string[],
): Promise<ReadValues> {
  const attributes = (await listAttributeRows(db, workspace)).filter((one) => one.about === about);
  const held = attributes.length > 0 ? await valuesOf(db, workspace, about, holderIds) : [];
  const values = new Map<string, Map<string, string>>();
  for (const { holderId, attributeId, value } of held) {
    const own = values.get(holderId) ?? new Map<string, string>();
    values.set(holderId, own.set(attributeId, value));
  }
  return { attributes, values };
}

/** What one of them has, by the names of the attributes. */
export function namedValues({ attributes, values }: ReadValues, holderId: string): Record<string, string> {
  const own = values.get(holderId);
  const named = attributes.flatMap(({ id, name }) => {
    const value = own?.get(id);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(named);
}

/** Every attribute with what this person or account has of it, for a page. */
export async function readOwnValues(
  db: Db,
  workspace: Workspace,
  about: About,
  holderId: string,
): Promise<{ name: string; value: string | null }[]> {
  const { attributes, values } = await readValues(db, workspace, about, [holderId]);
  const own = values.get(holderId);
  return attributes.map(({ id, name }) => ({ name, value: own?.get(id) ?? null }));
}
