import { readEmail } from '#app/audience/import/email-address.ts';
import { findAddresses, findPeople } from '#app/audience/person.store.server.ts';
import { rolesOf } from '#app/audience/role.store.server.ts';
import type { RoleEpisode } from '#app/audience/role.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listInvited } from './held-decision.store.server.ts';

/** What is known of whoever says that this is their address. */
export type Hint =
  /** A member may say that it is this person, who holds the role. */
  | { kind: 'may_be'; name: string; personId: string; roleId: string; accountId: string }
  /** Known by this address, and in no such role there, or in it at several accounts. */
  | { kind: 'other_role'; name: string }
  /** What they answer to their own invitation counts under their name, so this never does. */
  | { kind: 'invited'; name: string };

export interface ToHint {
  id: string;
  waveId: string;
  programmeId: string;
  personaId: string;
  accountId: string | null;
  saidEmail: string | null;
}

/** Looks up who may stand behind the addresses that were typed, all at once; in no entry: nobody known. */
export async function hintPeople(
  db: Db,
  workspace: Workspace,
  held: readonly ToHint[],
): Promise<Map<string, Hint>> {
  const keys = new Map(held.map(({ id, saidEmail }) => [id, emailKeyOf(saidEmail)]));
  const wanted = [...new Set([...keys.values()].filter((key) => key !== null))];
  if (wanted.length === 0) return new Map();
  const known = await findAddresses(db, workspace, wanted);
  const personIds = [...new Set(known.map(({ personId }) => personId))];
  if (personIds.length === 0) return new Map();
  const names = new Map((await findPeople(db, workspace, personIds)).map(({ id, name }) => [id, name]));
  const roles = (await rolesOf(db, workspace, personIds)).filter(({ endedAt }) => endedAt === null);
  const waveIds = [...new Set(held.map(({ waveId }) => waveId))];
  const invited = await listInvited(db, workspace, { waveIds, personIds });
  const hints = new Map<string, Hint>();
  for (const one of held) {
    const owners = known.filter(({ emailKey }) => emailKey === keys.get(one.id));
    const [owner] = owners;
    // An address that two people share says nothing about which of them it is.
    if (!owner || owners.length > 1) continue;
    const { personId } = owner;
    const own = roles.filter((role) => role.personId === personId && isOfLane(role, one));
    const isInvited = invited.some(
      (asked) =>
        asked.personId === personId && asked.waveId === one.waveId && asked.personaId === one.personaId,
    );
    hints.set(one.id, hintOf({ personId, name: names.get(personId) ?? '' }, own, isInvited));
  }
  return hints;
}

function hintOf(
  { personId, name }: { personId: string; name: string },
  roles: readonly RoleEpisode[],
  isInvited: boolean,
): Hint {
  if (isInvited) return { kind: 'invited', name };
  const [role] = roles;
  const accounts = new Set(roles.map(({ accountId }) => accountId));
  if (!role || accounts.size > 1) return { kind: 'other_role', name };
  return { kind: 'may_be', name, personId, roleId: role.id, accountId: role.accountId };
}

function isOfLane(role: RoleEpisode, { personaId, accountId, programmeId }: ToHint): boolean {
  return (
    role.personaId === personaId &&
    (accountId === null || role.accountId === accountId) &&
    (role.programmeId === null || role.programmeId === programmeId)
  );
}

function emailKeyOf(typed: string | null): string | null {
  const read = readEmail(typed ?? '');
  return read.kind === 'address' ? read.key : null;
}
