import { rolesOf } from '#app/audience/role.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { type HeldRole, rolesForPeople } from '../roles-for-people.server.ts';
import { findAskingWave, listLanes } from '../wave/wave.store.server.ts';
import type { ManyHats } from './programme-problems.ts';

export type FoundHats =
  | { kind: 'found'; roleIds: string[]; missing: string[]; hats: ManyHats[] }
  | { kind: 'unknown' };

/**
 * For each person, given by id or by address, the one open role that this wave asks. Nobody is chosen for:
 * who holds none is `missing`, who holds several is in `hats`.
 */
export async function findHats(
  db: Db,
  workspace: Workspace,
  input: { waveId: string; people: readonly string[] },
): Promise<FoundHats> {
  const wave = await findAskingWave(db, workspace, input.waveId);
  if (!wave) return { kind: 'unknown' };
  const personas = new Set((await listLanes(db, workspace, wave.id)).map(({ personaId }) => personaId));
  const isAsked = ({ personaId, programmeId }: HeldRole) =>
    personas.has(personaId) && (programmeId === null || programmeId === wave.programmeId);
  const people = oncePerSpelling(input.people);
  const held = await readHeld(db, workspace, people);
  const found = { kind: 'found' as const, roleIds: [], missing: [], hats: [] } as FoundHats & {
    kind: 'found';
  };
  for (const person of people) {
    const [only, ...others] = (held.get(person) ?? []).filter(isAsked).map(({ roleId }) => roleId);
    if (only === undefined) found.missing.push(person);
    else if (others.length > 0) found.hats.push({ person, roleIds: [only, ...others] });
    else found.roleIds.push(only);
  }
  return found;
}

/** Two spellings of one address are one person. */
function oncePerSpelling(people: readonly string[]): string[] {
  return [...new Map(people.map((given) => [given.trim().toLowerCase(), given])).values()];
}

/** The open roles of each person, by the id or address that they were given by. */
async function readHeld(
  db: Db,
  workspace: Workspace,
  people: readonly string[],
): Promise<Map<string, HeldRole[]>> {
  const ids = new Map(people.map((given) => [fromSlug('person', given), given] as const));
  const emails = people.filter((given) => fromSlug('person', given) === null);
  const { found } = await rolesForPeople(db, workspace, { emails });
  const held = new Map(found.map(({ email, roles }) => [email, roles]));
  const personIds = [...ids.keys()].filter((id) => id !== null);
  for (const role of await rolesOf(db, workspace, personIds)) {
    if (role.endedAt !== null) continue;
    const given = ids.get(role.personId)!;
    held.set(given, [...(held.get(given) ?? []), { ...role, roleId: role.id }]);
  }
  return held;
}
