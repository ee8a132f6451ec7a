import { listPersonas } from '#app/persona/persona.store.server.ts';
import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { findAccount } from './account.store.server.ts';
import { findPeople } from './person.store.server.ts';
import { insertRoles, rolesOf } from './role.store.server.ts';
import { isSameSeat, type RoleEpisode, type RoleSource } from './role.ts';

export interface RoleInput {
  personId: string;
  accountId: string;
  personaId: string;
  /** Only when the role is held within one programme. */
  programmeId?: string | null;
  source: RoleSource;
  /** Why we think so, in words, e.g. “Economic buyer” in Role in deal. */
  evidence: string;
  /** ms since 1970. */
  startedAt: number;
  actor: Actor;
  /** Whether the actor vouches for it now. Without that nobody is asked in this role. */
  confirmed: boolean;
}

export type AssignedRole =
  | { kind: 'assigned'; id: string }
  /** The same role is open already; nothing changed. */
  | { kind: 'already'; id: string }
  /** The same role was held until after this start: episodes never overlap. */
  | { kind: 'overlap'; id: string; endedAt: number }
  | { kind: 'unknown_person' }
  | { kind: 'unknown_account' }
  | { kind: 'unknown_persona' };

/** Opens an episode: this person in this persona at this account from now on (DOMAIN.md A3). */
export function assignRole(house: House, workspace: Workspace, input: RoleInput): Promise<AssignedRole> {
  return inTransaction(house.db, (tx) => assignInside({ ...house, db: tx }, workspace, input));
}

/** The same as part of a transaction that does more: `house.db` is that transaction. A fault has written nothing. */
export async function assignInside(
  { db: tx, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: RoleInput,
): Promise<AssignedRole> {
  const unknown = await findUnknown(tx, workspace, input);
  if (unknown) return { kind: unknown };
  const now = clock.now();
  const role = openEpisode(ids.make(), input, now);
  const held = (await rolesOf(tx, workspace, [input.personId])).filter((other) => isSameSeat(other, role));
  const open = held.find(({ endedAt }) => endedAt === null);
  if (open) return { kind: 'already', id: open.id };
  const later = held.find(({ endedAt }) => endedAt !== null && endedAt > role.startedAt);
  if (later?.endedAt) return { kind: 'overlap', id: later.id, endedAt: later.endedAt };
  await insertRoles(tx, workspace, [role], now);
  const { personId, accountId, personaId } = role;
  const detail = { personId, accountId, personaId };
  const act = 'assign_role';
  const { actor } = input;
  await writeAudit(tx, workspace, { id: ids.make(), at: now, actor, act, subject: role.id, detail });
  return { kind: 'assigned', id: role.id };
}

async function findUnknown(
  db: Db,
  workspace: Workspace,
  input: RoleInput,
): Promise<'unknown_person' | 'unknown_account' | 'unknown_persona' | null> {
  const [people, account, personas] = [
    await findPeople(db, workspace, [input.personId]),
    await findAccount(db, workspace, input.accountId),
    await listPersonas(db, workspace),
  ];
  if (people.length === 0) return 'unknown_person';
  if (!account) return 'unknown_account';
  const isOpen = personas.some(({ id, closedAt }) => id === input.personaId && closedAt === null);
  return isOpen ? null : 'unknown_persona';
}

function openEpisode(id: string, input: RoleInput, now: number): RoleEpisode {
  return {
    id,
    personId: input.personId,
    accountId: input.accountId,
    programmeId: input.programmeId ?? null,
    personaId: input.personaId,
    source: input.source,
    evidence: input.evidence,
    startedAt: input.startedAt,
    confirmedAt: input.confirmed ? now : null,
    confirmedBy: input.confirmed ? input.actor : null,
    endedAt: null,
    endReason: null,
  };
}
