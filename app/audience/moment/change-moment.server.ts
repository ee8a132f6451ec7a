import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import { findMoment, listMomentRows, lockMoments, updateMomentRow } from './moment.store.server.ts';
import { MomentWords } from './moment.ts';

export type ChangedMoment = { kind: 'changed' | 'not_found' | 'closed' | 'name_taken' };

/** Words a moment anew, as far as words are given. Its persona never changes, and neither do its touches. */
export async function changeMoment(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { momentId, actor, ...given }: Partial<MomentWords> & { momentId: string; actor: Actor },
): Promise<ChangedMoment> {
  const at = clock.now();
  return db.transaction().execute(async (tx): Promise<ChangedMoment> => {
    const before = await findMoment(tx, workspace, momentId);
    if (!before) return { kind: 'not_found' };
    await lockMoments(tx, workspace, before.personaId);
    const all = await listMomentRows(tx, workspace, before.personaId);
    const moment = all.find(({ id }) => id === momentId)!;
    if (moment.closedAt !== null) return { kind: 'closed' };
    const said = Object.entries(given).filter(([, text]) => text !== undefined);
    const words = MomentWords.parse({ ...moment, ...Object.fromEntries(said) });
    const isTaken = all.some(
      ({ id, closedAt, name }) =>
        id !== momentId && closedAt === null && nameKey(name) === nameKey(words.name),
    );
    if (isTaken) return { kind: 'name_taken' };
    await updateMomentRow(tx, workspace, { ...words, id: momentId });
    const entry = { id: ids.make(), at, actor, act: 'change_moment', subject: momentId };
    await writeAudit(tx, workspace, { ...entry, detail: { personaId: moment.personaId } });
    return { kind: 'changed' };
  });
}
