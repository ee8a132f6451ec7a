import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import { preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { insertLinks } from '../link/link.store.server.ts';
import { addAsked } from './asked.store.server.ts';

export interface NewInvitation {
  id: string;
  roleId: string;
  personId: string;
  accountId: string;
  personaId: string;
  versionId: string;
  /** When a role was confirmed that is asked for before any question, 0 for never; null where it is known. */
  staleConfirmation?: number | null;
  /** Where it is not the first asking: who passed it on, or what the person held before. */
  cameFrom?: { how: 'referral' | 'correction'; invitationId: string; personaAtInvite: string | null };
}

/** Rows per statement: far below what either engine binds at once. */
const BATCH = 500;

/** The role assignments that this wave has asked. */
export async function listInvitedRoles(db: Db, workspace: Workspace, waveId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('invitation')
    .select('role_assignment_id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  return new Set(rows.map((row) => row.role_assignment_id));
}

/** Those of the roles of some people that this wave has asked. */
export async function listInvitedAmong(
  db: Db,
  workspace: Workspace,
  waveId: string,
  people: readonly string[],
): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const rows = await db
    .selectFrom('invitation')
    .select(['role_assignment_id', 'wave_id'])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', 'in', people)
    .execute();
  // Told apart here: SQLite would sooner walk through everybody whom the wave has asked.
  return new Set(rows.flatMap((row) => (row.wave_id === waveId ? [row.role_assignment_id] : [])));
}

/** A send writes as many as it asks people, so the statements are compiled once. */
const writeInvitations = preparedRows(
  [
    ...(['workspace_id', 'id', 'wave_id', 'persona_id', 'survey_version_id', 'role_assignment_id'] as const),
    ...(['person_id', 'account_id', 'generation', 'created_at', 'revoked_at', 'came_from'] as const),
    ...(['from_invitation_id', 'persona_at_invite', 'stale_confirmation'] as const),
  ],
  (db, rows) => db.insertInto('invitation').values(rows),
);

/** Writes invitations of one wave with the links that lead to them. */
export async function insertInvitations(
  tx: Db,
  workspace: Workspace,
  sent: { waveId: string; invitations: readonly NewInvitation[]; now: number; secret: string },
): Promise<void> {
  for (let from = 0; from < sent.invitations.length; from += BATCH) {
    const batch = sent.invitations.slice(from, from + BATCH);
    const rows = batch.map((invitation) => invitationRow(workspace, sent.waveId, invitation, sent.now));
    await writeInvitations(tx, rows);
    const first = batch.map(({ id }) => ({ id, generation: 1 }));
    await insertLinks(tx, workspace, first, sent.secret);
  }
  await addAsked(tx, workspace, sent.waveId, sent.invitations);
}

function invitationRow(workspace: Workspace, waveId: string, invitation: NewInvitation, now: number) {
  return {
    workspace_id: workspace.id,
    id: invitation.id,
    wave_id: waveId,
    persona_id: invitation.personaId,
    survey_version_id: invitation.versionId,
    role_assignment_id: invitation.roleId,
    person_id: invitation.personId,
    account_id: invitation.accountId,
    generation: 1,
    created_at: now,
    revoked_at: null,
    came_from: invitation.cameFrom?.how ?? null,
    from_invitation_id: invitation.cameFrom?.invitationId ?? null,
    persona_at_invite: invitation.cameFrom?.personaAtInvite ?? null,
    stale_confirmation: invitation.staleConfirmation ?? null,
  };
}

/** How many roles of a persona were asked in a wave so far, those left out of whom somebody said that it is not theirs. */
export async function countLaneInvitations(
  db: Db,
  workspace: Workspace,
  waveId: string,
  personaId: string,
): Promise<number> {
  const row = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('roles'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.roles);
}

/**
 * What opening a link and sending its letter read, but not what answers fill: of a table never analysed PostgreSQL expects
 * some rows, of one that was analysed while empty none, and then checks every key that points at it by reading all of it.
 */
const OPENED = ['link', 'invitation', 'outbound_message', 'wave', 'person', 'account'] as const;
/** Of those, what grows while people are asked. */
const GROWN = ['link', 'invitation', 'outbound_message'] as const;

/**
 * Tells PostgreSQL how large the tables have become. Whoever was just asked opens their link in the next minutes, before
 * it would look by itself, and a plan made for empty tables reads the whole wave for each of them; so does the sender, for
 * every sixty letters.
 * @param which `grown` where the others were looked at a moment ago
 */
export async function refreshAskedStatistics(
  db: Db,
  engine: 'sqlite' | 'postgres',
  which: 'all' | 'grown' = 'all',
): Promise<void> {
  if (engine === 'sqlite') return;
  for (const table of which === 'all' ? OPENED : GROWN) await sql`analyze ${sql.id(table)}`.execute(db);
}
