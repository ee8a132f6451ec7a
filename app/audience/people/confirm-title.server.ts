import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { insertRoles } from '../role.store.server.ts';
import { unplacedPeople } from './unplaced.store.server.ts';

export type ConfirmedTitle =
  | { kind: 'confirmed'; people: number }
  /** Others of this title came or went since the page was read; nothing was written. */
  | { kind: 'changed'; people: number }
  | { kind: 'unknown_persona' };

/** Past this, a title says too little about too many people to be confirmed at once. */
const AT_ONCE = 2000;

/**
 * A member says that everybody with this title holds this persona where they work. One title, one decision:
 * the number of people they saw must still be the number it would be given to.
 */
export function confirmTitle(
  house: House,
  workspace: Workspace,
  input: { titleKey: string; personaId: string; people: number; actor: Actor },
): Promise<ConfirmedTitle> {
  return house.db.transaction().execute(async (tx) => {
    const personas = await listPersonas(tx, workspace);
    if (!personas.some(({ id, closedAt }) => id === input.personaId && closedAt === null)) {
      return { kind: 'unknown_persona' };
    }
    const found = await unplacedPeople(tx, workspace, input.titleKey, AT_ONCE);
    const people = new Set(found.map(({ personId }) => personId)).size;
    if (people !== input.people) return { kind: 'changed', people };
    const now = house.clock.now();
    const roles = found.map(({ personId, accountId, title }) => ({
      id: house.ids.make(),
      personId,
      accountId,
      programmeId: null,
      personaId: input.personaId,
      source: 'title' as const,
      evidence: `Title “${title}”, confirmed for everybody who has it`,
      startedAt: now,
      confirmedAt: now,
      confirmedBy: input.actor,
      endedAt: null,
      endReason: null,
    }));
    await insertRoles(tx, workspace, roles, now);
    await writeAudit(tx, workspace, {
      id: house.ids.make(),
      at: now,
      actor: input.actor,
      act: 'confirm_title',
      subject: input.titleKey,
      detail: { personaId: input.personaId, people },
    });
    return { kind: 'confirmed', people };
  });
}
