import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { insertAttribute, lockAttributes } from './attribute.store.server.ts';
import type { About, Attribute } from './attribute.ts';
import type { NamedAttribute } from './name-among.ts';
import { nameAttribute } from './name-attribute.server.ts';

export type CreatedAttribute =
  | { kind: 'created'; id: string }
  | Extract<NamedAttribute, { kind: 'not_named' }>;

/** Defines an attribute of people or of accounts. */
export function createAttribute(
  house: House,
  workspace: Workspace,
  { actor, ...input }: { about: About; name: string; actor: Actor },
): Promise<CreatedAttribute> {
  return house.db.transaction().execute(async (tx) => {
    await lockAttributes(tx, workspace);
    const inside = { ...house, db: tx };
    const named = await nameAttribute(inside, workspace, { ...input, id: null, actor });
    if (named.kind === 'not_named') return named;
    const attribute = { ...input, id: house.ids.make(), name: named.name };
    await addAttribute(inside, workspace, attribute, actor);
    return { kind: 'created', id: attribute.id };
  });
}

/** Writes down an attribute whose name was found to be free and fit. */
export async function addAttribute(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  attribute: Attribute,
  actor: Actor,
): Promise<void> {
  const now = clock.now();
  await insertAttribute(tx, workspace, attribute, now);
  const { id: subject, about, name } = attribute;
  const audit = { id: ids.make(), at: now, actor, act: 'add_attribute', subject };
  await writeAudit(tx, workspace, { ...audit, detail: { about, name } });
}
