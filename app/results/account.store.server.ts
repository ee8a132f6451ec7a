import type { Db } from '#app/platform/db.server.ts';
import { writtenOut } from '#app/platform/prepared-query.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface HeardAccount {
  id: string;
  name: string;
}

/** So few responses are looked through; of more, most accounts have one among the first who were asked there. */
const FEW = 5000;

/**
 * Accounts that at least one person answered from, by name, so many at most; who answered is no attitude.
 * @param heard about how many answered in the wave
 */
export async function listAccountsHeard(
  db: Db,
  workspace: Workspace,
  { waveId, heard, limit }: { waveId: string; heard: number; limit: number },
): Promise<HeardAccount[]> {
  const accounts =
    heard <= FEW ? accountsOfAll(db, workspace, waveId) : accountsByTheirRoles(db, workspace, waveId);
  return accounts.orderBy('a.name_key').orderBy('a.id').limit(limit).execute();
}

function accountsOfAll(db: Db, workspace: Workspace, waveId: string) {
  return accountsOf(db, workspace).where('a.id', 'in', (eb) =>
    eb
      .selectFrom('response as r')
      .select((own) => own.ref('r.account_id').$notNull().as('id'))
      .where('r.workspace_id', '=', workspace.id)
      .where('r.wave_id', '=', waveId)
      .where('r.account_id', 'is not', null),
  );
}

/** From the roles held at an account to the responses of who was asked in them, and to what came without an invitation. */
function accountsByTheirRoles(db: Db, workspace: Workspace, waveId: string) {
  return accountsOf(db, workspace).where(({ or, exists, selectFrom }) =>
    or([
      exists(
        selectFrom('role_assignment as role')
          // In this order, and with a column that only the row has: SQLite would go through everybody who was asked, or who
          // holds a role, for each account.
          .crossJoin('invitation as i')
          .crossJoin('response as r')
          .select('role.id')
          .whereRef('role.workspace_id', '=', 'a.workspace_id')
          .whereRef('role.account_id', '=', 'a.id')
          .where('role.created_at', 'is not', null)
          .whereRef('i.workspace_id', '=', 'role.workspace_id')
          .where('i.wave_id', '=', waveId)
          .whereRef('i.role_assignment_id', '=', 'role.id')
          .whereRef('r.workspace_id', '=', 'i.workspace_id')
          .whereRef('r.invitation_id', '=', 'i.id'),
      ),
      exists(
        selectFrom('response as r')
          .select('r.id')
          .whereRef('r.workspace_id', '=', 'a.workspace_id')
          .whereRef('r.account_id', '=', 'a.id')
          .where('r.wave_id', '=', waveId)
          .where('r.source', '<>', writtenOut('invited')),
      ),
    ]),
  );
}

function accountsOf(db: Db, workspace: Workspace) {
  return db.selectFrom('account as a').select(['a.id', 'a.name']).where('a.workspace_id', '=', workspace.id);
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
