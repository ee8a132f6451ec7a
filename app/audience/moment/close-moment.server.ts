import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { closeMomentRow, findMoment } from './moment.store.server.ts';

/** Takes a moment off the map. Its touches stay, and so does its name in every trace that goes through it. */
export async function closeMoment(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { momentId, actor }: { momentId: string; actor: Actor },
): Promise<{ kind: 'closed' | 'already' | 'not_found' }> {
  const at = clock.now();
  return db.transaction().execute(async (tx) => {
    const moment = await findMoment(tx, workspace, momentId);
    if (!moment) return { kind: 'not_found' };
    if (moment.closedAt !== null) return { kind: 'already' };
    await closeMomentRow(tx, workspace, momentId, at);
    const entry = { id: ids.make(), at, actor, act: 'close_moment', subject: momentId };
    await writeAudit(tx, workspace, { ...entry, detail: { personaId: moment.personaId } });
    return { kind: 'closed' };
  });
}
