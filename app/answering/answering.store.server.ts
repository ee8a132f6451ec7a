import type { Db } from '#app/platform/db.server.ts';
import { preparedQuery } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AnswerValue } from '#app/survey/question/given.ts';

const invitedBy = preparedQuery((db, slot) =>
  db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'i.workspace_id').onRef('v.id', '=', 'i.survey_version_id'),
    )
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select(['i.workspace_id', 'i.id as invitation_id', 'i.wave_id', 'i.survey_version_id', 'i.persona_id'])
    .select(['i.role_assignment_id', 'i.person_id', 'i.account_id'])
    .select(['wave.state as wave_state', 'wave.closed_at', 'wave.programme_id', 's.language'])
    .select(['r.answered_at', 'r.submit_id'])
    .where('link.token_hash', '=', slot('tokenHash'))
    .where('link.kind', '=', 'answer')
    .where('link.revoked_at', 'is', null)
    .where('i.revoked_at', 'is', null),
);

/** Where an answer link leads; null when the link is unknown or revoked. */
export async function findInvitedRow(db: Db, tokenHash: string) {
  const [row] = await invitedBy(db, { tokenHash });
  return row ?? null;
}

export type InvitedRow = NonNullable<Awaited<ReturnType<typeof findInvitedRow>>>;

const definitionOf = preparedQuery((db, slot) =>
  db
    .selectFrom('survey_version')
    .select('definition')
    .where('workspace_id', '=', slot('workspaceId'))
    .where('id', '=', slot('versionId')),
);

/** The questions as they were frozen, as JSON: apart from the link, because they are long and never change. */
export async function findDefinition(
  db: Db,
  { workspace_id, survey_version_id }: InvitedRow,
): Promise<string> {
  const [row] = await definitionOf(db, { workspaceId: workspace_id, versionId: survey_version_id });
  return row!.definition;
}

const askingOf = preparedQuery((db, slot) =>
  db
    .selectFrom('workspace as w')
    .innerJoin('persona as p', 'p.workspace_id', 'w.id')
    .innerJoin('person as pe', 'pe.workspace_id', 'w.id')
    .innerJoin('account as a', 'a.workspace_id', 'w.id')
    .innerJoin('programme as pr', 'pr.workspace_id', 'w.id')
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'w.id')
        .onRef('pu.programme_id', '=', 'pr.id')
        .onRef('pu.persona_id', '=', 'p.id'),
    )
    .select(['w.name as workspace_name', 'pe.name as person_name', 'a.name as account_name'])
    .select(['p.base as persona_base', 'p.name as persona_name', 'p.plural as persona_plural'])
    .select(['pr.confidentiality', 'pr.sender_name'])
    .select(['pu.decision', 'pu.decide_on', 'pu.promise', 'pu.promise_on'])
    .where('w.id', '=', slot('workspaceId'))
    .where('p.id', '=', slot('personaId'))
    .where('pe.id', '=', slot('personId'))
    .where('a.id', '=', slot('accountId'))
    .where('pr.id', '=', slot('programmeId')),
);

/**
 * Who asks whom and why, for the page. A query of its own: PostgreSQL spends fifty times longer on planning one
 * join of eleven tables than on running it.
 */
export async function findAskingRow(db: Db, invited: InvitedRow) {
  const [row] = await askingOf(db, {
    workspaceId: invited.workspace_id,
    personaId: invited.persona_id,
    personId: invited.person_id,
    accountId: invited.account_id,
    programmeId: invited.programme_id,
  });
  if (!row) throw new Error('An invitation without its persona, person, account or programme.');
  return row;
}

export type DoorRow = InvitedRow & Awaited<ReturnType<typeof findAskingRow>>;

export interface NewResponse {
  id: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  invitationId: string;
  roleAssignmentId: string;
  personId: string;
  accountId: string;
  confidentiality: 'attributed' | 'confidential' | 'unlinkable';
  language: string;
  submitId: string;
  answeredAt: number;
}

/** Writes responses, but none whose invitation or submit id gave one before; the ids of those written. */
export async function insertResponses(
  tx: Db,
  workspace: Workspace,
  responses: readonly NewResponse[],
): Promise<Set<string>> {
  const written = await tx
    .insertInto('response')
    .values(responses.map((response) => toRow(workspace, response)))
    .onConflict((on) => on.doNothing())
    .returning('id')
    .execute();
  return new Set(written.map(({ id }) => id));
}

function toRow(workspace: Workspace, response: NewResponse) {
  return {
    workspace_id: workspace.id,
    id: response.id,
    wave_id: response.waveId,
    persona_id: response.personaId,
    survey_version_id: response.surveyVersionId,
    source: 'invited' as const,
    invitation_id: response.invitationId,
    import_id: null,
    persona_at_invite: response.personaId,
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

export interface NewAnswer {
  questionKey: string;
  value: AnswerValue;
}

export async function insertAnswers(
  tx: Db,
  workspace: Workspace,
  answers: readonly (NewAnswer & {
    response: Pick<NewResponse, 'id' | 'waveId' | 'personaId' | 'surveyVersionId'>;
  })[],
): Promise<void> {
  const rows = answers.map(({ response, questionKey, value }) => ({
    workspace_id: workspace.id,
    response_id: response.id,
    question_key: questionKey,
    wave_id: response.waveId,
    persona_id: response.personaId,
    survey_version_id: response.surveyVersionId,
    score: value.score ?? null,
    choices: value.choices ? JSON.stringify(value.choices) : null,
    verbatim: value.verbatim ?? null,
  }));
  // A statement takes a bounded number of values, and two hundred long surveys are more than that.
  for (let at = 0; at < rows.length; at += ROWS)
    await tx
      .insertInto('answer')
      .values(rows.slice(at, at + ROWS))
      .execute();
}

const ROWS = 1000;
