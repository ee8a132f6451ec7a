import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import { preparedLook, preparedRows } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AnswerValue } from '#app/survey/question/given.ts';

/** A response as it is kept. What leads back to a person is null where the programme promised that nothing does. */
export interface NewResponse {
  id: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  source: 'invited' | 'self_declared' | 'link';
  invitationId: string | null;
  heldId: string | null;
  personaAtInvite: string | null;
  roleAssignmentId: string | null;
  personId: string | null;
  accountId: string | null;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  language: string;
  submitId: string;
  answeredAt: number;
}

const RESPONSE = [
  ...(['workspace_id', 'id', 'wave_id', 'persona_id', 'survey_version_id', 'source'] as const),
  ...(['invitation_id', 'import_id', 'held_id', 'persona_at_invite', 'role_assignment_id'] as const),
  ...(['person_id', 'account_id', 'confidentiality', 'language', 'submit_id'] as const),
  ...(['answered_at', 'received_at'] as const),
] as const;

const writeResponses = preparedRows(RESPONSE, (db, rows) =>
  db
    .insertInto('response')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .returning('id'),
);

const writeNewResponses = preparedRows(RESPONSE, (db, rows) => db.insertInto('response').values(rows));

/** Writes responses; throws where the invitation or the submit id of one gave one before. */
export async function insertNewResponses(
  tx: Db,
  workspace: Workspace,
  responses: readonly NewResponse[],
): Promise<void> {
  await writeNewResponses(
    tx,
    responses.map((response) => toRow(workspace, response)),
  );
}

/** Writes responses, but none whose invitation or submit id gave one before; the ids of those written. */
export async function insertResponses(
  tx: Db,
  workspace: Workspace,
  responses: readonly NewResponse[],
): Promise<Set<string>> {
  const written = await writeResponses(
    tx,
    responses.map((response) => toRow(workspace, response)),
  );
  return new Set(written.map(({ id }) => id));
}

function toRow(workspace: Workspace, response: NewResponse) {
  return {
    workspace_id: workspace.id,
    id: response.id,
    wave_id: response.waveId,
    persona_id: response.personaId,
    survey_version_id: response.surveyVersionId,
    source: response.source,
    invitation_id: response.invitationId,
    import_id: null,
    held_id: response.heldId,
    persona_at_invite: response.personaAtInvite,
    role_assignment_id: response.roleAssignmentId,
    person_id: response.personId,
    account_id: response.accountId,
    confidentiality: response.confidentiality,
    language: response.language,
    submit_id: response.submitId,
    answered_at: response.answeredAt,
    received_at: response.answeredAt,
  };
}

/** Has PostgreSQL look how large the table has become. */
export async function refreshResponseStatistics(db: Db): Promise<void> {
  await sql`analyze response`.execute(db);
}

const revokedAmong = preparedLook((db, ids, slot) =>
  db
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('id', 'in', ids)
    .where('revoked_at', 'is not', null),
);

/** Which of these invitations were taken back, as of now: another persona was asked instead, or a member ended it. */
export async function findRevoked(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<string[]> {
  const rows = await revokedAmong(tx, invitationIds, { workspaceId: workspace.id });
  return rows.map(({ id }) => id);
}

const writeMarks = preparedRows(['workspace_id', 'invitation_id'], (db, rows) =>
  db
    .insertInto('answered_invitation')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .returning('invitation_id'),
);

/** Marks invitations whose answers nothing may lead back to; those that were not marked before. */
export async function markAnswered(
  tx: Db,
  workspace: Workspace,
  invitationIds: readonly string[],
): Promise<Set<string>> {
  const written = await writeMarks(
    tx,
    invitationIds.map((invitation_id) => ({ workspace_id: workspace.id, invitation_id })),
  );
  return new Set(written.map(({ invitation_id }) => invitation_id));
}

/** Waves that are promised unlinkable answers and can still be answered, with how many were; in every workspace. */
export async function listMarkedWaves(db: Db, closedAfter: number) {
  const rows = await db
    .selectFrom('answered_invitation as mark')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'mark.workspace_id').onRef('i.id', '=', 'mark.invitation_id'),
    )
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .select(({ fn }) => [
      'i.workspace_id as workspaceId',
      'i.wave_id as waveId',
      fn.countAll<number>().as('marks'),
    ])
    .where(({ or, eb }) => or([eb('wave.state', '=', 'open'), eb('wave.closed_at', '>', closedAfter)]))
    .groupBy(['i.workspace_id', 'i.wave_id'])
    .execute();
  return rows.map((row) => ({ ...row, marks: Number(row.marks) }));
}

/** Writes the marks of a wave anew, in the order of their invitations, which were made before anybody answered. */
export async function rewriteMarks(tx: Db, workspace: Workspace, waveId: string): Promise<void> {
  const invitations = tx
    .selectFrom('invitation')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId);
  const marks = await tx
    .deleteFrom('answered_invitation')
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', 'in', invitations)
    .returning('invitation_id')
    .execute();
  const ids = marks.map(({ invitation_id }) => invitation_id).sort();
  await writeMarks(
    tx,
    ids.map((invitation_id) => ({ workspace_id: workspace.id, invitation_id })),
  );
}

export interface NewAnswer {
  questionKey: string;
  value: AnswerValue;
}

const writeAnswers = preparedRows(
  [
    ...(['workspace_id', 'response_id', 'question_key', 'wave_id', 'persona_id'] as const),
    ...(['survey_version_id', 'score', 'choices', 'verbatim'] as const),
  ],
  (db, rows) => db.insertInto('answer').values(rows),
);

export async function insertAnswers(
  tx: Db,
  workspace: Workspace,
  answers: readonly (NewAnswer & {
    response: Pick<NewResponse, 'id' | 'waveId' | 'personaId' | 'surveyVersionId'>;
  })[],
): Promise<void> {
  await writeAnswers(
    tx,
    answers.map(({ response, questionKey, value }) => ({
      workspace_id: workspace.id,
      response_id: response.id,
      question_key: questionKey,
      wave_id: response.waveId,
      persona_id: response.personaId,
      survey_version_id: response.surveyVersionId,
      score: value.score ?? null,
      choices: value.choices ? JSON.stringify(value.choices) : null,
      verbatim: value.verbatim ?? null,
    })),
  );
}
