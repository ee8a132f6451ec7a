import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { findMoment, listMomentRows, lockMoments, putPosition } from './moment.store.server.ts';

export interface Moving {
  momentId: string;
  /** The persona whose map is open: a moment of another one is not on it. */
  personaId: string;
  towards: 'first' | 'last';
}

/** Lets a moment and its neighbour change places. It is for the eye: no figure, touch or trace knows of places. */
export async function moveMoment(
  { db }: Pick<House, 'db'>,
  workspace: Workspace,
  { momentId, personaId, towards }: Moving,
): Promise<{ kind: 'moved' | 'at_end' | 'not_found' }> {
  return db.transaction().execute(async (tx) => {
    const moment = await findMoment(tx, workspace, momentId);
    if (moment?.personaId !== personaId) return { kind: 'not_found' };
    await lockMoments(tx, workspace, personaId);
    const all = await listMomentRows(tx, workspace, personaId);
    const open = all.filter(({ closedAt }) => closedAt === null).map(({ id }) => id);
    const from = open.indexOf(momentId);
    if (from < 0) return { kind: 'not_found' };
    const to = towards === 'first' ? from - 1 : from + 1;
    if (to < 0 || to >= open.length) return { kind: 'at_end' };
    [open[from], open[to]] = [open[to]!, open[from]!];
    for (const [at, id] of open.entries()) await putPosition(tx, workspace, id, at + 1);
    return { kind: 'moved' };
  });
}
