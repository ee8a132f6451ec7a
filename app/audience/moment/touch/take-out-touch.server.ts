import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { deleteTouch, findTouch } from './touch.store.server.ts';

/** Takes out a touch that never was: of this person, in this persona. */
export async function takeOutTouch(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  of: { touchId: string; personId: string; personaId: string; actor: Actor },
): Promise<{ kind: 'taken_out' | 'not_found' }> {
  return db.transaction().execute(async (tx) => {
    const touch = await findTouch(tx, workspace, of.touchId);
    if (touch?.personId !== of.personId || touch.personaId !== of.personaId) return { kind: 'not_found' };
    await deleteTouch(tx, workspace, touch.id);
    const { momentId, personaId, at } = touch;
    const entry = { id: ids.make(), at: clock.now(), actor: of.actor, act: 'take_out_touch' };
    await writeAudit(tx, workspace, { ...entry, subject: touch.id, detail: { momentId, personaId, at } });
    return { kind: 'taken_out' };
  });
}
