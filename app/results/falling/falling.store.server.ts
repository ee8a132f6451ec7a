import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** One question as one persona was asked it in one wave. */
export interface AskedPin {
  waveId: string;
  personaId: string;
  questionKey: string;
}

export interface FallenRow {
  responseId: string;
  /** JSON array of option keys. */
  choices: string | null;
}

/**
 * Answers of ONE persona to one question, those after `afterId` in the order of their ids: with a score of at most so much,
 * or with any choice. What was brought in from elsewhere is left out: it was answered long ago, and nobody waits for word.
 */
export async function listFallenRows(
  db: Db,
  workspace: Workspace,
  pin: AskedPin,
  of: { atMost: number | null; afterId: string; limit: number },
): Promise<FallenRow[]> {
  const { atMost, afterId, limit } = of;
  const query = db
    .selectFrom('answer as a')
    .innerJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'a.workspace_id').onRef('r.id', '=', 'a.response_id'),
    )
    .select(['a.response_id as responseId', 'a.choices'])
    .where('a.workspace_id', '=', workspace.id)
    .where('a.wave_id', '=', pin.waveId)
    .where('a.persona_id', '=', pin.personaId)
    .where('a.question_key', '=', pin.questionKey)
    .where('a.response_id', '>', afterId)
    .where('r.source', '!=', 'imported')
    .orderBy('a.response_id')
    .limit(limit);
  const chosen =
    atMost === null ? query.where('a.choices', 'is not', null) : query.where('a.score', '<=', atMost);
  return chosen.execute();
}

/** People of ONE persona who answered one question with a score, up to a line or above it. */
export async function countScores(
  db: Db,
  workspace: Workspace,
  pin: AskedPin,
  side: { atMost: number } | { above: number },
): Promise<number> {
  const query = db
    .selectFrom('answer')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', pin.waveId)
    .where('persona_id', '=', pin.personaId)
    .where('question_key', '=', pin.questionKey);
  const sided =
    'atMost' in side ? query.where('score', '<=', side.atMost) : query.where('score', '>', side.above);
  const row = await sided.select((eb) => eb.fn.countAll<number>().as('people')).executeTakeFirstOrThrow();
  return Number(row.people);
}
