import type { Db } from '#app/platform/db.server.ts';
import { createSharedLook } from '#app/platform/look-together.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { GRACE } from '#app/programme/wave/grace.ts';
import type { Given } from '#app/survey/question/given.ts';
import { type AskedLane, readAskedLane } from './asked-lane.server.ts';
import { readGivenForm } from './held/held.ts';
import {
  findConfirmation,
  findInvitedRows,
  findPressedRows,
  type InvitedRow,
  type PressedRow,
} from './link.store.server.ts';
import type { NamelessDoor, RespondentDoor, RoleDoubt } from './respondent-door.ts';

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

interface Found<Row extends PressedRow> {
  row: Row;
  lane: AskedLane;
}

/** Links that are opened in one turn share a query, and every lane among them is read once. */
function lookFor<Row extends PressedRow>(find: (db: Db, hashes: readonly string[]) => Promise<Row[]>) {
  return createSharedLook<Found<Row>>(async (db, hashes) => {
    const found = new Map<string, Found<Row>>();
    const lanes = new Map<string, AskedLane>();
    for (const row of await find(db, hashes)) {
      const key = `${row.workspace_id} ${row.wave_id} ${row.persona_id}`;
      const lane = lanes.get(key) ?? (await readAskedLane(db, laneKey(row)));
      lanes.set(key, lane);
      found.set(row.token_hash, { row, lane });
    }
    return found;
  });
}

const look = lookFor(findInvitedRows);
const lookAtPressed = lookFor(findPressedRows);

function laneKey({ workspace_id, programme_id, persona_id, survey_version_id }: PressedRow) {
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
  if (!isOpen(row, now)) return { ...known, kind: 'closed' };
  return {
    ...known,
    kind: 'open',
    personaAtInvite: row.persona_at_invite ?? row.persona_id,
    needsRole: await findDoubt(db, row),
    begun: begunOf(row),
  };
}

/** A link that may be answered by who was asked, as far as keeping the answer needs to know it. */
export type AnsweredLink = Pick<OpenLink, 'personaAtInvite'> & { door: NamelessDoor };

/**
 * The link of somebody who has begun nothing, whose role is in no doubt and whose answer leads back to them, which is
 * nearly everybody's; null for any other, which `openLink` tells apart. Their press is answered without a page, so nobody's
 * name is looked for.
 */
export async function openPressed(db: Db, token: string, now: number): Promise<AnsweredLink | null> {
  const found = looksLikeToken(token) ? await lookAtPressed(db, hashToken(token)) : null;
  if (!found) return null;
  const { row, lane } = found;
  const isPlain = row.answered_at === null && row.begun_revision === null && !mayBeDoubted(row);
  if (!isPlain || !isOpen(row, now) || lane.door.confidentiality === 'unlinkable') return null;
  return { personaAtInvite: row.persona_at_invite ?? row.persona_id, door: namelessDoor(found) };
}

function isOpen({ wave_state, closed_at }: PressedRow, now: number): boolean {
  return wave_state === 'open' || (closed_at !== null && now <= closed_at + GRACE);
}

function mayBeDoubted({ came_from, stale_confirmation }: PressedRow): boolean {
  return came_from === 'referral' || stale_confirmation !== null;
}

/** Whoever's role was known when they were asked, which is nearly everybody, costs no query more. */
async function findDoubt(db: Db, row: InvitedRow): Promise<RoleDoubt | null> {
  if (!mayBeDoubted(row)) return null;
  const { stale_confirmation: stale } = row;
  const confirmedAt = await findConfirmation(db, row.workspace_id, row.role_assignment_id);
  if (stale !== null) return (confirmedAt ?? 0) === stale ? 'stale' : null;
  return confirmedAt === null ? 'named' : null;
}

function doorOf({ row, lane }: Found<InvitedRow>): RespondentDoor {
  return { ...namelessDoor({ row, lane }), personName: row.person_name, accountName: row.account_name };
}

function namelessDoor({ row, lane }: Found<PressedRow>): NamelessDoor {
  return {
    ...lane.door,
    invitationId: row.invitation_id,
    waveId: row.wave_id,
    roleAssignmentId: row.role_assignment_id,
    personId: row.person_id,
    accountId: row.account_id,
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
