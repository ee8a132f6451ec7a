import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface HeardAccount {
  id: string;
  name: string;
}

/** Accounts that at least one person answered from, by name, so many at most; who answered is no attitude. */
export async function listAccountsHeard(
  db: Db,
  workspace: Workspace,
  waveId: string,
  limit: number,
): Promise<HeardAccount[]> {
  return accountsHeard(db, workspace, waveId).orderBy('a.name_key').orderBy('a.id').limit(limit).execute();
}

/** One account by its id. */
export async function findAccountNamed(
  db: Db,
  workspace: Workspace,
  accountId: string,
): Promise<HeardAccount | undefined> {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', accountId)
    .executeTakeFirst();
}

function accountsHeard(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('account as a')
    .select(['a.id', 'a.name'])
    .where('a.workspace_id', '=', workspace.id)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('response as r')
          .select('r.account_id')
          .whereRef('r.workspace_id', '=', 'a.workspace_id')
          .whereRef('r.account_id', '=', 'a.id')
          .where('r.wave_id', '=', waveId),
      ),
    );
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
