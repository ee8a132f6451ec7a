import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import { insertMoment, listMomentRows, lockMoments } from './moment.store.server.ts';
import { MOST_MOMENTS, MomentWords } from './moment.ts';

export type CreatedMoment =
  | { kind: 'created'; id: string }
  /** Not there, or closed: nobody meets us in it any more. */
  | { kind: 'unknown_persona' }
  | { kind: 'name_taken' }
  | { kind: 'too_many' };

/** Writes down where one persona meets us. There is no moment without a persona. */
export async function createMoment(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { personaId, actor, ...input }: MomentWords & { personaId: string; actor: Actor },
): Promise<CreatedMoment> {
  const words = MomentWords.parse(input);
  const at = clock.now();
  return db.transaction().execute(async (tx): Promise<CreatedMoment> => {
    const persona = (await listPersonas(tx, workspace)).find(({ id }) => id === personaId);
    if (persona?.closedAt !== null) return { kind: 'unknown_persona' };
    await lockMoments(tx, workspace, personaId);
    const all = await listMomentRows(tx, workspace, personaId);
    const open = all.filter(({ closedAt }) => closedAt === null);
    if (open.some(({ name }) => nameKey(name) === nameKey(words.name))) return { kind: 'name_taken' };
    if (open.length >= MOST_MOMENTS) return { kind: 'too_many' };
    const id = ids.make();
    const position = Math.max(0, ...all.map((moment) => moment.position)) + 1;
    await insertMoment(tx, workspace, { ...words, id, personaId, position, closedAt: null }, at);
    const entry = { id: ids.make(), at, actor, act: 'create_moment', subject: id };
    await writeAudit(tx, workspace, { ...entry, detail: { personaId } });
    return { kind: 'created', id };
  });
}
