import type { Db } from '#app/platform/db.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

export interface RefusedRow {
  code: string;
  asked: string;
  actor: Actor;
  /** Days on which this asker asked it. */
  days: number;
  lastAt: number;
}

/** What was refused since then, asker by asker, the most often first. */
export async function listRefusedRows(
  db: Db,
  workspace: Workspace,
  { since, limit }: { since: number; limit: number },
): Promise<RefusedRow[]> {
  const rows = await db
    .selectFrom('refusal')
    .select(['code', 'asked', 'actor'])
    .select((eb) => [eb.fn.countAll<number>().as('days'), eb.fn.max('at').as('last_at')])
    .where('workspace_id', '=', workspace.id)
    .where('at', '>=', since)
    .groupBy(['code', 'asked', 'actor'])
    .orderBy('days', 'desc')
    .orderBy('last_at', 'desc')
    .orderBy('asked')
    .limit(limit)
    .execute();
  return rows.map(({ last_at, days, ...row }) => ({ ...row, days: Number(days), lastAt: Number(last_at) }));
}
