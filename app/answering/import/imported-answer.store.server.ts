import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Confidentiality } from '#app/programme/confidentiality.ts';
import type { AnswerValue } from '#app/survey/question/given.ts';

export interface ImportedResponse {
  id: string;
  importId: string;
  waveId: string;
  personaId: string;
  surveyVersionId: string;
  personId: string | null;
  accountId: string | null;
  confidentiality: Confidentiality;
  language: string;
  submitId: string;
  answeredAt: number;
  receivedAt: number;
}

export async function insertImportedResponses(
  tx: Db,
  workspace: Workspace,
  responses: readonly ImportedResponse[],
): Promise<void> {
  const rows = responses.map((response) => ({
    workspace_id: workspace.id,
    id: response.id,
    wave_id: response.waveId,
    persona_id: response.personaId,
    survey_version_id: response.surveyVersionId,
    source: 'imported' as const,
    invitation_id: null,
    import_id: response.importId,
    persona_at_invite: null,
    role_assignment_id: null,
    person_id: response.personId,
    account_id: response.accountId,
    confidentiality: response.confidentiality,
    language: response.language,
    submit_id: response.submitId,
    answered_at: response.answeredAt,
    received_at: response.receivedAt,
  }));
  await tx.insertInto('response').values(rows).execute();
}

export async function insertImportedAnswers(
  tx: Db,
  workspace: Workspace,
  answers: readonly { response: ImportedResponse; questionKey: string; value: AnswerValue }[],
): Promise<void> {
  const rows = answers.map(({ response, questionKey, value }) => ({
    workspace_id: workspace.id,
    response_id: response.id,
    question_key: questionKey,
    wave_id: response.waveId,
    persona_id: response.personaId,
    survey_version_id: response.surveyVersionId,
    score: value.score ?? null,
    choices: null,
    verbatim: value.verbatim ?? null,
  }));
  await tx.insertInto('answer').values(rows).execute();
}

/** Which of these rows are in the workspace already, with a persona or without. */
export async function findKnownSubmits(
  db: Db,
  workspace: Workspace,
  submitIds: readonly string[],
): Promise<Set<string>> {
  const placed = await db
    .selectFrom('response')
    .select('submit_id')
    .where('workspace_id', '=', workspace.id)
    .where('submit_id', 'in', submitIds)
    .where('invitation_id', 'is', null)
    .execute();
  const unplaced = await db
    .selectFrom('unplaced_answer')
    .select('submit_id')
    .where('workspace_id', '=', workspace.id)
    .where('submit_id', 'in', submitIds)
    .execute();
  return new Set([...placed, ...unplaced].map((row) => row.submit_id));
}

const GROWING = ['account', 'response', 'unplaced_answer'] as const;

/**
 * Tells PostgreSQL how large the tables have become. It plans the checks of foreign keys once per connection, and
 * a plan made for empty tables reads the whole workspace for every row that comes in.
 */
export async function refreshAnswerStatistics(db: Db, engine: 'sqlite' | 'postgres'): Promise<void> {
  if (engine === 'sqlite') return;
  for (const table of GROWING) await sql`analyze ${sql.id(table)}`.execute(db);
}
