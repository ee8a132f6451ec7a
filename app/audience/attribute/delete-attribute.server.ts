import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { deleteAttributeRows, listAttributeRows } from './attribute.store.server.ts';

/** Deletes an attribute with every value of it. What was sent to people picked by it stays as it was. */
export function deleteAttribute(
  house: House,
  workspace: Workspace,
  { id, actor }: { id: string; actor: Actor },
): Promise<{ kind: 'deleted' } | { kind: 'not_found' }> {
  return house.db.transaction().execute(async (tx) => {
    const known = (await listAttributeRows(tx, workspace)).find((one) => one.id === id);
    if (!known) return { kind: 'not_found' };
    await deleteAttributeRows(tx, workspace, known);
    const audit = {
      id: house.ids.make(),
      at: house.clock.now(),
      actor,
      act: 'delete_attribute',
      subject: id,
    };
    await writeAudit(tx, workspace, { ...audit, detail: { about: known.about, name: known.name } });
    return { kind: 'deleted' };
  });
}
