import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { endRole, insertRoles, markConfirmed, rolesOf } from '../role.store.server.ts';
import { isSameSeat, type RoleEpisode } from '../role.ts';
import { RESPONDENT, SELF } from './own-words.ts';

type Inside = Pick<House, 'db' | 'ids' | 'clock'>;

/** The holder says that the role is still theirs: fresh for another review period. */
export async function confirmOwnRole(
  { db: tx, ids, clock }: Inside,
  workspace: Workspace,
  roleId: string,
): Promise<void> {
  const at = clock.now();
  await markConfirmed(tx, workspace, { id: roleId, at, by: SELF });
  const entry = { id: ids.make(), at, actor: RESPONDENT, act: 'confirm_role', subject: roleId, detail: {} };
  await writeAudit(tx, workspace, entry);
}

/** The holder says that the role is theirs no more; one that is over already stays as it ended. */
export async function endOwnRole(
  { db: tx, ids, clock }: Inside,
  workspace: Workspace,
  { role, reason }: { role: RoleEpisode; reason: string },
): Promise<void> {
  if (role.endedAt !== null) return;
  const now = clock.now();
  await endRole(tx, workspace, { id: role.id, at: Math.max(now, role.startedAt), reason });
  await writeAudit(tx, workspace, {
    id: ids.make(),
    at: now,
    actor: RESPONDENT,
    act: 'end_role',
    subject: role.id,
    detail: { reason },
  });
}

export interface OwnRole {
  /** The role they were asked in, or said last. */
  instead: RoleEpisode;
  /** Known to be open. */
  personaId: string;
  /** The programme that asks: a role held for it alone serves as well. */
  programmeId: string;
}

/**
 * The holder of a role says what they are instead, at the same account: the episode is opened and confirmed, or
 * confirmed where it is open already. Returns the role; `house.db` is a transaction.
 */
export async function openOwnRole(house: Inside, workspace: Workspace, own: OwnRole): Promise<string> {
  const { db: tx, ids, clock } = house;
  const { instead, personaId, programmeId } = own;
  const held = (await rolesOf(tx, workspace, [instead.personId])).filter(
    (role) => role.accountId === instead.accountId && role.personaId === personaId,
  );
  const open = held.filter((role) => role.endedAt === null && fits(role, programmeId));
  const serving = open.find((role) => role.programmeId !== null) ?? open[0];
  if (serving) {
    await confirmOwnRole(house, workspace, serving.id);
    return serving.id;
  }
  const now = clock.now();
  const role = episode(ids.make(), { ...instead, personaId }, held, now);
  // Somebody else opened it a moment ago: then it is found.
  if ((await insertRoles(tx, workspace, [role], now)) === 0) return openOwnRole(house, workspace, own);
  await writeAudit(tx, workspace, {
    id: ids.make(),
    at: now,
    actor: RESPONDENT,
    act: 'assign_role',
    subject: role.id,
    detail: { personId: role.personId, accountId: role.accountId, personaId },
  });
  return role.id;
}

/** A role held in general serves every programme; one of another programme serves none but its own. */
function fits(role: RoleEpisode, programmeId: string): boolean {
  return role.programmeId === null || role.programmeId === programmeId;
}

function episode(id: string, seat: RoleEpisode, held: readonly RoleEpisode[], now: number): RoleEpisode {
  const { personId, accountId, programmeId, personaId } = seat;
  const before = held.filter((role) => isSameSeat(role, seat)).map(({ endedAt }) => endedAt ?? 0);
  return {
    ...{ id, personId, accountId, programmeId, personaId },
    source: 'self',
    evidence: 'Said so when asked',
    // Episodes of one seat never overlap, also where the last one was given an end that is still to come.
    startedAt: Math.max(now, ...before),
    ...{ confirmedAt: now, confirmedBy: SELF, endedAt: null, endReason: null },
  };
}
