import type { About, Attribute } from '#app/audience/attribute/attribute.ts';
import { countOwnValues } from '#app/audience/attribute/count-values.server.ts';
import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Pick } from './pick.ts';

/** An attribute whose values a send's page offers. */
export interface OfferedAttribute {
  id: string;
  about: About;
  name: string;
  /** The most frequent, and those chosen. */
  values: { key: string; value: string; holders: number; isChosen: boolean }[];
}

export interface OfferedAttributes {
  /** Those that are picked by, and the one that was opened. */
  open: OfferedAttribute[];
  /** The others. */
  more: Attribute[];
}

/**
 * What a send can pick by. The values are counted only of the attributes that are open: counting one means going
 * through everybody who has it.
 */
export async function offerAttributes(
  db: Db,
  workspace: Workspace,
  picks: readonly Pick[],
  opened: string | null,
): Promise<OfferedAttributes> {
  const all = await listAttributes(db, workspace);
  const chosen = new Map(picks.map(({ attributeId, values }) => [attributeId, values]));
  const isOpen = ({ id }: Attribute) => chosen.has(id) || id === opened;
  const open: OfferedAttribute[] = [];
  for (const attribute of all.filter(isOpen)) {
    const keys = chosen.get(attribute.id) ?? [];
    const values = await countOwnValues(db, workspace, attribute, keys);
    open.push({ ...attribute, values: values.map((one) => ({ ...one, isChosen: keys.includes(one.key) })) });
  }
  return { open, more: all.filter((attribute) => !isOpen(attribute)) };
}
