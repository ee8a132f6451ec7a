import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAccount } from '../account.store.server.ts';
import { findPeople } from '../person.store.server.ts';
import type { About } from './attribute.ts';
import { type AttributeFault, type NamedValues, resolveValues, writeValues } from './write-values.server.ts';

export interface ValuesInput {
  about: About;
  /** The person or the account. */
  holderId: string;
  values: NamedValues;
  actor: Actor;
}

/** Gives or clears values of one person or account. */
export function saveValues(
  house: House,
  workspace: Workspace,
  { about, holderId, values, actor }: ValuesInput,
): Promise<{ kind: 'saved' } | { kind: 'not_found' } | AttributeFault> {
  return house.db.transaction().execute(async (tx) => {
    const found =
      about === 'person'
        ? (await findPeople(tx, workspace, [holderId])).length > 0
        : await findAccount(tx, workspace, holderId);
    if (!found) return { kind: 'not_found' };
    const resolved = await resolveValues(tx, workspace, about, values);
    if (resolved.kind !== 'resolved') return resolved;
    await writeValues(tx, workspace, about, holderId, resolved);
    const [id, at] = [house.ids.make(), house.clock.now()];
    const detail = {
      attributes: [...resolved.given.map(({ attributeId }) => attributeId), ...resolved.cleared],
    };
    await writeAudit(tx, workspace, { id, at, actor, act: 'change_attributes', subject: holderId, detail });
    return { kind: 'saved' };
  });
}
