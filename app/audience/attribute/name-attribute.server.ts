import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { listAttributeRows } from './attribute.store.server.ts';
import { ABOUT_WORDS, type Attribute } from './attribute.ts';
import { type NamedAttribute, type Naming, nameAmong } from './name-among.ts';

/** Whether an attribute can have this name here. A refusal is written down. */
export async function nameAttribute(
  house: Pick<House, 'db' | 'clock'>,
  workspace: Workspace,
  { actor, ...naming }: Naming & { actor: Actor },
  known?: readonly Attribute[],
): Promise<NamedAttribute> {
  const named = nameAmong(known ?? (await listAttributeRows(house.db, workspace)), naming);
  if (named.kind === 'not_named' && named.code) {
    const asked = `name attribute of ${ABOUT_WORDS[naming.about]}`;
    const refusal = { at: house.clock.now(), actor, code: named.code, asked };
    await logRefusal(house.db, workspace, refusal);
  }
  return named;
}
