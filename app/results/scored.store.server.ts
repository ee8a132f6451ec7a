import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** One score with what it is grouped by. It never leaves the reading of figures. */
export interface ScoredRow {
  personId: string | null;
  /** null: not known, or outside any account. */
  accountId: string | null;
  accountName: string | null;
  language: string;
  answeredAt: number;
  score: number;
}

/**
 * The scores of ONE persona to one question of one wave, the earliest first, and at most so many. The cross join has SQLite
 * begin with them: of itself it goes through every response of the workspace.
 */
export async function listScored(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; personaId: string; questionKey: string; limit: number },
): Promise<ScoredRow[]> {
  const rows = await db
    .selectFrom('answer as s')
    .crossJoin('response as r')
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select([
      'r.person_id',
      'r.account_id',
      'a.name as accountName',
      'r.language',
      'r.answered_at',
      's.score',
    ])
    .where('s.workspace_id', '=', workspace.id)
    .whereRef('r.workspace_id', '=', 's.workspace_id')
    .whereRef('r.id', '=', 's.response_id')
    // The answer's own, once more: PostgreSQL finds the responses of a lane by it, and else goes through all of them.
    .where('r.wave_id', '=', of.waveId)
    .where('r.persona_id', '=', of.personaId)
    .where('s.wave_id', '=', of.waveId)
    .where('s.persona_id', '=', of.personaId)
    .where('s.question_key', '=', of.questionKey)
    .where('s.score', 'is not', null)
    .orderBy('s.response_id')
    .limit(of.limit)
    .execute();
  return rows
    .map((row) => ({
      personId: row.person_id,
      accountId: row.account_id,
      accountName: row.accountName,
      language: row.language,
      answeredAt: row.answered_at,
      score: row.score ?? 0,
    }))
    .sort((a, b) => a.answeredAt - b.answeredAt);
}
