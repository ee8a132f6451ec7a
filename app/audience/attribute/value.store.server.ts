import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { inKnownSizes, inLists } from '../table-batches.ts';
import type { About, Attribute, HeldValue } from './attribute.ts';

/** Gives these values; one that was there of the same attribute is replaced. */
export async function putValues(
  db: Db,
  workspace: Workspace,
  about: About,
  values: readonly HeldValue[],
): Promise<void> {
  const rows = values.map(({ holderId, attributeId, value, key }) => ({
    workspace_id: workspace.id,
    holder_id: holderId,
    attribute_id: attributeId,
    value,
    value_key: key,
  }));
  for (const piece of inKnownSizes(rows))
    await db
      .insertInto(`${about}_attribute`)
      .values(piece)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'holder_id', 'attribute_id']).doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          value_key: eb.ref('excluded.value_key'),
        })),
      )
      .execute();
}

export async function clearValues(
  db: Db,
  workspace: Workspace,
  about: About,
  { holderId, attributeIds }: { holderId: string; attributeIds: readonly string[] },
): Promise<void> {
  if (attributeIds.length === 0) return;
  await db
    .deleteFrom(`${about}_attribute`)
    .where('workspace_id', '=', workspace.id)
    .where('holder_id', '=', holderId)
    .where('attribute_id', 'in', attributeIds)
    .execute();
}

export async function valuesOf(
  db: Db,
  workspace: Workspace,
  about: About,
  holderIds: readonly string[],
): Promise<HeldValue[]> {
  const looks = inLists(holderIds).map((some) =>
    db
      .selectFrom(`${about}_attribute`)
      .select(['holder_id as holderId', 'attribute_id as attributeId', 'value', 'value_key as key'])
      .where('workspace_id', '=', workspace.id)
      .where('holder_id', 'in', some)
      .execute(),
  );
  return (await Promise.all(looks)).flat();
}

/** Who has which value of one attribute, by holder. */
export async function listHeldValues(
  db: Db,
  workspace: Workspace,
  about: About,
  attributeId: string,
): Promise<Omit<HeldValue, 'attributeId'>[]> {
  return db
    .selectFrom(`${about}_attribute`)
    .select(['holder_id as holderId', 'value', 'value_key as key'])
    .where('workspace_id', '=', workspace.id)
    .where('attribute_id', '=', attributeId)
    .orderBy('holder_id')
    .execute();
}

export interface CountedValue {
  key: string;
  /** One of its spellings. */
  value: string;
  /** People, or accounts, that have it. */
  holders: number;
}

/** The values of one attribute, the most frequent first; or only those among `keys`. */
export async function countValues(
  db: Db,
  workspace: Workspace,
  { id, about }: Attribute,
  which: { most: number } | { keys: readonly string[] },
): Promise<CountedValue[]> {
  const table = `${about}_attribute` as const;
  const all = db
    .selectFrom(table)
    .select(({ fn }) => ['value_key as key', fn.countAll<number>().as('holders')])
    .where('workspace_id', '=', workspace.id)
    .where('attribute_id', '=', id)
    .groupBy('value_key')
    .orderBy('holders', 'desc')
    .orderBy('value_key');
  const asked = 'keys' in which ? all.where('value_key', 'in', which.keys) : all.limit(which.most);
  const rows = await db
    .selectFrom(asked.as('counted'))
    .select(['counted.key', 'counted.holders'])
    // The spelling of one holder: looked up only for what is shown, since the counting needs the index alone.
    .select(({ selectFrom }) =>
      selectFrom(table)
        .select(`${table}.value`)
        .where(`${table}.workspace_id`, '=', workspace.id)
        .where(`${table}.attribute_id`, '=', id)
        .whereRef(`${table}.value_key`, '=', 'counted.key')
        .orderBy(`${table}.holder_id`)
        .limit(1)
        .as('value'),
    )
    .orderBy('counted.holders', 'desc')
    .orderBy('counted.key')
    .execute();
  return rows.map(({ key, value, holders }) => ({ key, value: value ?? key, holders: Number(holders) }));
}
