import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows, lockAttributes, renameAttributeRow } from './attribute.store.server.ts';
import type { NamedAttribute } from './name-among.ts';
import { nameAttribute } from './name-attribute.server.ts';

export type RenamedAttribute =
  | { kind: 'renamed' }
  | { kind: 'not_found' }
  | Extract<NamedAttribute, { kind: 'not_named' }>;

/** Gives an attribute another name; its values stay. */
export function renameAttribute(
  house: House,
  workspace: Workspace,
  { id, name, actor }: { id: string; name: string; actor: Actor },
): Promise<RenamedAttribute> {
  return house.db.transaction().execute(async (tx) => {
    await lockAttributes(tx, workspace);
    const known = (await listAttributeRows(tx, workspace)).find((one) => one.id === id);
    if (!known) return { kind: 'not_found' };
    const inside = { ...house, db: tx };
    const named = await nameAttribute(inside, workspace, { id, about: known.about, name, actor });
    if (named.kind === 'not_named') return named;
    await renameAttributeRow(tx, workspace, { id, name: named.name });
    const audit = {
      id: house.ids.make(),
      at: house.clock.now(),
      actor,
      act: 'rename_attribute',
      subject: id,
    };
    await writeAudit(tx, workspace, { ...audit, detail: { before: known.name, after: named.name } });
    return { kind: 'renamed' };
  });
}
