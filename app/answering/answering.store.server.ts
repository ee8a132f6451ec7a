import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { AnswerValue } from '#app/survey/answer-value.ts';

/** The row behind an answer link, with all that its page shows; null when the link is unknown or revoked. */
export async function findDoorRow(db: Db, tokenHash: string) {
  const row = await db
    .selectFrom('link')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'link.workspace_id').onRef('i.id', '=', 'link.invitation_id'),
    )
    .innerJoin('workspace as w', 'w.id', 'i.workspace_id')
    .innerJoin('wave', (on) =>
      on.onRef('wave.workspace_id', '=', 'i.workspace_id').onRef('wave.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'wave.workspace_id').onRef('pr.id', '=', 'wave.programme_id'),
    )
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'i.workspace_id').onRef('v.id', '=', 'i.survey_version_id'),
    )
    .innerJoin('survey as s', (on) =>
      on.onRef('s.workspace_id', '=', 'v.workspace_id').onRef('s.id', '=', 'v.survey_id'),
    )
    .innerJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.persona_id'),
    )
    .innerJoin('person as pe', (on) =>
      on.onRef('pe.workspace_id', '=', 'i.workspace_id').onRef('pe.id', '=', 'i.person_id'),
    )
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
    )
    .leftJoin('purpose as pu', (on) =>
      on
        .onRef('pu.workspace_id', '=', 'i.workspace_id')
        .onRef('pu.programme_id', '=', 'wave.programme_id')
        .onRef('pu.persona_id', '=', 'i.persona_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select([
      'i.workspace_id',
      'i.id as invitation_id',
      'i.wave_id',
      'i.survey_version_id',
      'i.role_assignment_id',
      'i.person_id',
      'i.account_id',
      'w.name as workspace_name',
      'wave.state as wave_state',
      'wave.closed_at',
      'pr.confidentiality',
      'pr.sender_name',
      'v.definition',
      's.language',
      'p.id as persona_id',
      'p.base as persona_base',
      'p.name as persona_name',
      'p.plural as persona_plural',
      'pe.name as person_name',
      'a.name as account_name',
      'pu.decision',
      'pu.decide_on',
      'pu.promise',
      'pu.promise_on',
      'r.answered_at',
      'r.submit_id',
    ])
    .where('link.token_hash', '=', tokenHash)
    .where('link.kind', '=', 'answer')
    .where('link.revoked_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

export type DoorRow = NonNullable<Awaited<ReturnType<typeof findDoorRow>>>;

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

/** Writes a response unless its invitation or its submit id gave one before; false then. */
export async function insertResponse(tx: Db, workspace: Workspace, response: NewResponse): Promise<boolean> {
  const written = await tx
    .insertInto('response')
    .values({
      workspace_id: workspace.id,
      id: response.id,
      wave_id: response.waveId,
      persona_id: response.personaId,
      survey_version_id: response.surveyVersionId,
      source: 'invited',
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
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertAnswers(
  tx: Db,
  workspace: Workspace,
  response: Pick<NewResponse, 'id' | 'waveId' | 'personaId' | 'surveyVersionId'>,
  answers: readonly { questionKey: string; value: AnswerValue }[],
): Promise<void> {
  const rows = answers.map(({ questionKey, value }) => ({
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
  await tx.insertInto('answer').values(rows).execute();
}
