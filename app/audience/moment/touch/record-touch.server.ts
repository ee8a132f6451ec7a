import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAccount } from '../../account.store.server.ts';
import { findPeople } from '../../person.store.server.ts';
import { rolesOf } from '../../role.store.server.ts';
import { findMoment } from '../moment.store.server.ts';
import { findSame, insertTouches } from './touch.store.server.ts';
import { isPast, type NewTouch } from './touch.ts';

export type RecordedTouch =
  | { kind: 'recorded'; id: string }
  | { kind: 'already'; id: string }
  | { kind: 'unknown_persona' }
  | { kind: 'unknown_person' | 'unknown_account' | 'unknown_moment' | 'to_come' }
  /** The moment is one of another persona: what two personas share is a moment of each. */
  | { kind: 'of_another'; personaId: string }
  /** The person never held this persona there. */
  | { kind: 'no_role' }
  /** The other system told of another touch by this name before. */
  | { kind: 'differs'; id: string };

/** Writes down that somebody met us. Told twice it is one touch. */
export async function recordTouch(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  { actor, ...touch }: NewTouch & { actor: Actor },
): Promise<RecordedTouch> {
  const now = clock.now();
  return db.transaction().execute(async (tx): Promise<RecordedTouch> => {
    const fault = await faultOf(tx, workspace, touch, now);
    if (fault) return fault;
    const id = ids.make();
    const inserted = await insertTouches(tx, workspace, [{ ...touch, id }], { by: actor, now });
    if (inserted > 0) return { kind: 'recorded', id };
    const { same, named } = await findSame(tx, workspace, touch);
    if (named && named.id !== same?.id) return { kind: 'differs', id: named.id };
    return { kind: 'already', id: same!.id };
  });
}

async function faultOf(
  db: House['db'],
  workspace: Workspace,
  touch: NewTouch,
  now: number,
): Promise<RecordedTouch | null> {
  const { personId, accountId, personaId, momentId, at } = touch;
  const personas = await listPersonas(db, workspace);
  if (personas.every(({ id }) => id !== personaId)) return { kind: 'unknown_persona' };
  if (!isPast(at, now)) return { kind: 'to_come' };
  const moment = await findMoment(db, workspace, momentId);
  if (!moment) return { kind: 'unknown_moment' };
  if (moment.personaId !== personaId) return { kind: 'of_another', personaId: moment.personaId };
  if ((await findPeople(db, workspace, [personId])).length === 0) return { kind: 'unknown_person' };
  if (!(await findAccount(db, workspace, accountId))) return { kind: 'unknown_account' };
  const roles = await rolesOf(db, workspace, [personId]);
  const held = roles.some((role) => role.accountId === accountId && role.personaId === personaId);
  return held ? null : { kind: 'no_role' };
}
