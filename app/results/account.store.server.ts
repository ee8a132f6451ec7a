import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Accounts that at least one person answered from, by name; who answered is no attitude. */
export async function listAccountsHeard(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('response as r')
    .innerJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'r.workspace_id').onRef('a.id', '=', 'r.account_id'),
    )
    .select(['a.id', 'a.name'])
    .distinct()
    .where('r.workspace_id', '=', workspace.id)
    .where('r.wave_id', '=', waveId)
    .orderBy('a.name')
    .execute();
}

/** People of one persona who answered in a wave, by account; those of no account are in none. Counting them is free. */
export async function countByAccount(
  db: Db,
  workspace: Workspace,
  waveId: string,
  personaId: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('response')
    .select((eb) => ['account_id', eb.fn.countAll<number>().as('people')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('persona_id', '=', personaId)
    .where('account_id', 'is not', null)
    .groupBy('account_id')
    .execute();
  return new Map(rows.map(({ account_id, people }) => [account_id ?? '', Number(people)]));
}
