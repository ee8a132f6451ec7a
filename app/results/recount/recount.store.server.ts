import type { Db } from '#app/platform/db.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import { type Cell, NO_ACCOUNT } from '../lane-count.ts';
import type { LanePin } from '../sums.store.server.ts';

export interface RecountedLane extends LanePin {
  workspace: Workspace;
  surveyVersionId: string;
}

/** Every lane of every workspace; which answers it has is told by nobody here. */
export async function listAllLanes(db: Db): Promise<RecountedLane[]> {
  const rows = await db
    .selectFrom('wave_lane')
    .select(['workspace_id', 'wave_id', 'persona_id', 'survey_version_id'])
    .orderBy('workspace_id')
    .orderBy('wave_id')
    .orderBy('persona_id')
    .execute();
  return rows.map((row) => ({
    workspace: mintWorkspace(row.workspace_id),
    waveId: row.wave_id,
    personaId: row.persona_id,
    surveyVersionId: row.survey_version_id,
  }));
}

export interface RawAnswer {
  responseId: string;
  accountId: string;
  score: number | null;
  choices: string | null;
  verbatim: string | null;
}

/** Answers of ONE persona to one question as they were kept, some at a time in the order of their ids. */
export async function listRawAnswers(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
  { questionKey, afterId, limit }: { questionKey: string; afterId: string; limit: number },
): Promise<RawAnswer[]> {
  const rows = await db
    .selectFrom('answer as a')
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.response_id'),
    )
    .select([
      'a.response_id as responseId',
      'a.score',
      'a.choices',
      'a.verbatim',
      'r.account_id as accountId',
    ])
    .where('a.workspace_id', '=', workspace.id)
    .where('a.wave_id', '=', waveId)
    .where('a.persona_id', '=', personaId)
    .where('a.question_key', '=', questionKey)
    .where('a.response_id', '>', afterId)
    .orderBy('a.response_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, accountId: row.accountId ?? NO_ACCOUNT }));
}

/** The tally of ONE persona's answers to one question. */
export async function listTally(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
  questionKey: string,
): Promise<Cell[]> {
  const rows = await db
    .selectFrom('answer_tally')
    .select(['account_id as accountId', 'value', 'people'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('question_key', '=', questionKey)
    .execute();
  return rows.map((row) => ({ ...row, questionKey }));
}

/** The questions of which ONE persona's answers are in any rollup. */
export async function listKeysCounted(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
): Promise<string[]> {
  const ofLane = (table: 'answer_tally' | 'lane_sum') =>
    db
      .selectFrom(table)
      .select('question_key')
      .distinct()
      .where('workspace_id', '=', workspace.id)
      .where('wave_id', '=', waveId)
      .where('persona_id', '=', personaId)
      .execute();
  const rows = [...(await ofLane('answer_tally')), ...(await ofLane('lane_sum'))];
  return rows.map(({ question_key }) => question_key);
}

/** How many of a lane are counted as heard, wait to be, and have responses. */
export async function countHeardTwice(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
): Promise<{ counted: number; rows: number }> {
  const heard = await db
    .selectFrom('lane_heard')
    .select('responses')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  const waiting = await db
    .selectFrom('waiting_count')
    .select(({ fn }) => fn.sum<number>('responses').as('responses'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  const { rows } = await db
    .selectFrom('response')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  return { counted: (heard?.responses ?? 0) + Number(waiting?.responses ?? 0), rows: Number(rows) };
}

/** How many of a lane are counted as asked, and have invitations. */
export async function countAskedTwice(
  db: Db,
  { workspace, waveId, personaId }: RecountedLane,
): Promise<{ counted: number; delivered: number | null; rows: number }> {
  const asked = await db
    .selectFrom('lane_asked')
    .select(['people', 'delivered'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirst();
  const { rows } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .executeTakeFirstOrThrow();
  return { counted: asked?.people ?? 0, delivered: asked?.delivered ?? null, rows: Number(rows) };
}
