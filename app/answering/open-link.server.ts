import type { Db } from '#app/platform/db.server.ts';
import { createSharedLook } from '#app/platform/look-together.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import type { Given } from '#app/survey/question/given.ts';
import { type AskedLane, readAskedLane } from './asked-lane.server.ts';
import { readGivenForm } from './held/held.ts';
import { findConfirmation, findInvitedRows, type InvitedRow } from './link.store.server.ts';
import type { RespondentDoor, RoleDoubt } from './respondent-door.ts';

export type OpenedLink = { kind: 'unknown' } | KnownLink;

/** A link that leads to somebody, whether or not it may be answered. */
export type KnownLink =
  | OpenLink
  /** Of an unlinkable answer neither the time nor the page is known. */
  | (Known & { kind: 'received'; answeredAt: number | null; submitId: string | null })
  | (Known & { kind: 'closed' });

interface Known {
  /** In the language that the survey was written in. */
  door: RespondentDoor;
  lane: AskedLane;
  /** The person's own language, where it is known. */
  personLanguage: string | null;
}

/** A link that may be answered now. */
export interface OpenLink extends Known {
  kind: 'open';
  /** The persona they were first asked in. */
  personaAtInvite: string;
  /** Why the role is asked for before any question; null where it is known. */
  needsRole: RoleDoubt | null;
  /** What was filled in and not sent. */
  begun: Begun | null;
}

export interface Begun {
  given: Given;
  page: number;
  revision: number;
  deviceHash: string;
}

/** Who had the page open when the wave closed may still send it. */
export const GRACE = 15 * 60 * 1000;

interface Found {
  row: InvitedRow;
  lane: AskedLane;
}

/** Links that are opened in one turn share a query, and every lane among them is read once. */
const look = createSharedLook<Found>(async (db, hashes) => {
  const found = new Map<string, Found>();
  const lanes = new Map<string, AskedLane>();
  for (const row of await findInvitedRows(db, hashes)) {
    const key = `${row.workspace_id} ${row.wave_id} ${row.persona_id}`;
    const lane = lanes.get(key) ?? (await readAskedLane(db, laneKey(row)));
    lanes.set(key, lane);
    found.set(row.token_hash, { row, lane });
  }
  return found;
});

function laneKey({ workspace_id, programme_id, persona_id, survey_version_id }: InvitedRow) {
  return {
    workspaceId: workspace_id,
    programmeId: programme_id,
    personaId: persona_id,
    versionId: survey_version_id,
  };
}

/** What an answer link leads to now. Reads only: a scanner's visit must change nothing. */
export async function openLink(db: Db, token: string, now: number): Promise<OpenedLink> {
  if (!looksLikeToken(token)) return { kind: 'unknown' };
  const found = await look(db, hashToken(token));
  if (!found) return { kind: 'unknown' };
  const { row, lane } = found;
  const known = { door: doorOf(found), lane, personLanguage: row.person_language };
  if (row.marked !== null || (row.answered_at !== null && row.submit_id !== null))
    return { ...known, kind: 'received', answeredAt: row.answered_at, submitId: row.submit_id };
  const isOpen = row.wave_state === 'open' || (row.closed_at !== null && now <= row.closed_at + GRACE);
  if (!isOpen) return { ...known, kind: 'closed' };
  return {
    ...known,
    kind: 'open',
    personaAtInvite: row.persona_at_invite ?? row.persona_id,
    needsRole: await findDoubt(db, row),
    begun: begunOf(row),
  };
}

/** Whoever's role was known when they were asked, which is nearly everybody, costs no query more. */
async function findDoubt(db: Db, row: InvitedRow): Promise<RoleDoubt | null> {
  const { came_from, stale_confirmation: stale } = row;
  if (came_from !== 'referral' && stale === null) return null;
  const confirmedAt = await findConfirmation(db, row.workspace_id, row.role_assignment_id);
  if (stale !== null) return (confirmedAt ?? 0) === stale ? 'stale' : null;
  return confirmedAt === null ? 'named' : null;
}

function doorOf({ row, lane }: Found): RespondentDoor {
  return {
    ...lane.door,
    invitationId: row.invitation_id,
    waveId: row.wave_id,
    roleAssignmentId: row.role_assignment_id,
    personId: row.person_id,
    personName: row.person_name,
    accountId: row.account_id,
    accountName: row.account_name,
  };
}

function begunOf({ begun_given, begun_page, begun_revision, begun_device }: InvitedRow): Begun | null {
  if (begun_given === null || begun_page === null || begun_revision === null || begun_device === null)
    return null;
  return {
    given: readGivenForm(begun_given),
    page: begun_page,
    revision: begun_revision,
    deviceHash: begun_device,
  };
}
