import type { Db } from '#app/platform/db.server.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { mintWorkspace } from '#app/platform/workspace.ts';
import { looksLikeToken } from '#app/programme/link-token.server.ts';
import { QuestionSet } from '#app/survey/question.ts';
import {
  type DoorRow,
  findAskingRow,
  findDefinition,
  findInvitedRow,
  type InvitedRow,
} from './answering.store.server.ts';
import type { RespondentDoor } from './respondent-door.ts';

export type OpenedLink =
  | { kind: 'unknown' }
  | { kind: 'open'; door: RespondentDoor }
  | { kind: 'received'; door: RespondentDoor; answeredAt: number; submitId: string }
  | { kind: 'closed'; door: RespondentDoor };

/** Who had the page open when the wave closed may still send it. */
const GRACE = 15 * 60 * 1000;

/** What an answer link leads to now. Reads only: a scanner's visit must change nothing. */
export async function openLink(db: Db, token: string, now: number): Promise<OpenedLink> {
  if (!looksLikeToken(token)) return { kind: 'unknown' };
  const row = await findInvitedRow(db, hashToken(token));
  if (!row) return { kind: 'unknown' };
  const door = toDoor({ ...row, ...(await findAskingRow(db, row)) }, await frozenSet(db, row));
  if (row.answered_at !== null && row.submit_id !== null) {
    return { kind: 'received', door, answeredAt: row.answered_at, submitId: row.submit_id };
  }
  const stillOpen = row.wave_state === 'open' || (row.closed_at !== null && now <= row.closed_at + GRACE);
  return { kind: stillOpen ? 'open' : 'closed', door };
}

function toDoor(row: DoorRow, questionSet: QuestionSet): RespondentDoor {
  return {
    // The link is the respondent's proof: it opens this workspace for this one invitation.
    workspace: mintWorkspace(row.workspace_id),
    workspaceName: row.workspace_name,
    invitationId: row.invitation_id,
    waveId: row.wave_id,
    surveyVersionId: row.survey_version_id,
    roleAssignmentId: row.role_assignment_id,
    persona: {
      id: row.persona_id,
      base: row.persona_base,
      name: row.persona_name,
      plural: row.persona_plural,
    },
    personId: row.person_id,
    personName: row.person_name,
    accountId: row.account_id,
    accountName: row.account_name,
    confidentiality: row.confidentiality,
    language: row.language,
    languages: [row.language, ...Object.keys(questionSet.translations ?? {})],
    sender: row.sender_name,
    why: toWhy(row),
    questionSet,
  };
}

/** A version never changes, so each handle parses it once; a few hundred are more than are asked at a time. */
const parsed = new WeakMap<Db, Map<string, QuestionSet>>();
const MOST_PARSED = 300;

async function frozenSet(db: Db, row: InvitedRow): Promise<QuestionSet> {
  const key = `${row.workspace_id} ${row.survey_version_id}`;
  const sets = parsed.get(db) ?? new Map<string, QuestionSet>();
  parsed.set(db, sets);
  const known = sets.get(key);
  if (known) return known;
  const fresh = QuestionSet.parse(JSON.parse(await findDefinition(db, row)));
  sets.set(key, fresh);
  if (sets.size > MOST_PARSED) sets.delete(sets.keys().next().value!);
  return fresh;
}

function toWhy({ decision, decide_on, promise, promise_on }: DoorRow): RespondentDoor['why'] {
  if (decision === null || decide_on === null || promise === null || promise_on === null) return null;
  return { decision, decideOn: decide_on, promise, promiseOn: promise_on };
}
