import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { toKnownSize } from './table-batches.ts';

export interface AccountLine {
  id: string;
  name: string;
  nameKey: string;
  renewalOn: string | null;
}

/** Where the next page begins: after this name and id, so that an account added meanwhile never shifts it. */
export interface AfterName {
  nameKey: string;
  id: string;
}

/** Accounts by name whose name holds `search`; `%` and `_` in it are letters like any other. */
export async function pageAccounts(
  db: Db,
  workspace: Workspace,
  { search, after, limit }: { search: string; after: AfterName | null; limit: number },
): Promise<AccountLine[]> {
  let query = db
    .selectFrom('account')
    .select(['id', 'name', 'name_key as nameKey', 'renewal_on as renewalOn'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('name_key')
    .orderBy('id')
    .limit(limit);
  if (search !== '') {
    // Taking the text out changes a name that holds it: means the same on both engines, unlike LIKE.
    query = query.where((eb) =>
      eb(eb.fn<string>('replace', ['name_key', eb.val(search), eb.val('')]), '<>', eb.ref('name_key')),
    );
  }
  if (after) {
    query = query.where((eb) =>
      eb.or([
        eb('name_key', '>', after.nameKey),
        eb.and([eb('name_key', '=', after.nameKey), eb('id', '>', after.id)]),
      ]),
    );
  }
  return query.execute();
}

/** How many people hold each persona's role now at these accounts: counting people is free (DOMAIN R3). */
export async function countSeats(
  db: Db,
  workspace: Workspace,
  accountIds: readonly string[],
): Promise<{ accountId: string; personaId: string; people: number }[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .selectFrom('role_assignment')
    .select(({ fn }) => [
      'account_id as accountId',
      'persona_id as personaId',
      fn.count<number>('person_id').distinct().as('people'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('ended_at', 'is', null)
    .where('account_id', 'in', toKnownSize(accountIds))
    .groupBy(['account_id', 'persona_id'])
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

export interface SeatRow {
  roleId: string;
  personId: string;
  personName: string;
  personaId: string;
  title: string | null;
  startedAt: number;
  confirmedAt: number | null;
  endedAt: number | null;
  endReason: string | null;
}

/** Every role that was ever held at an account, the newest first: who sits there and who sat there. */
export async function listSeats(db: Db, workspace: Workspace, accountId: string): Promise<SeatRow[]> {
  return db
    .selectFrom('role_assignment as r')
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'r.workspace_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('employment as e', (on) =>
      on
        .onRef('e.workspace_id', '=', 'r.workspace_id')
        .onRef('e.person_id', '=', 'r.person_id')
        .onRef('e.account_id', '=', 'r.account_id')
        .on('e.ended_at', 'is', null),
    )
    .select([
      'r.id as roleId',
      'r.person_id as personId',
      'p.name as personName',
      'r.persona_id as personaId',
    ])
    .select(['e.title', 'r.started_at as startedAt', 'r.confirmed_at as confirmedAt'])
    .select(['r.ended_at as endedAt', 'r.end_reason as endReason'])
    .where('r.workspace_id', '=', workspace.id)
    .where('r.account_id', '=', accountId)
    .orderBy('r.started_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
}

/** People who work at an account and hold no role there now. */
export async function listWithoutRole(
  db: Db,
  workspace: Workspace,
  accountId: string,
): Promise<{ personId: string; personName: string; title: string | null }[]> {
  const rows = await db
    .selectFrom('employment as e')
    .innerJoin('person as p', (on) =>
      on.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.id', '=', 'e.person_id'),
    )
    .select(['e.person_id as personId', 'p.name as personName', 'p.name_key', 'e.title'])
    .where('e.workspace_id', '=', workspace.id)
    .where('e.account_id', '=', accountId)
    .where('e.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_assignment as r')
            .select('r.id')
            .whereRef('r.workspace_id', '=', 'e.workspace_id')
            .whereRef('r.person_id', '=', 'e.person_id')
            .whereRef('r.account_id', '=', 'e.account_id')
            .where('r.ended_at', 'is', null),
        ),
      ),
    )
    .execute();
  // Put in order here: told to, SQLite walks through everybody by name instead of sorting the few of one account.
  return rows
    .sort((a, b) => (a.name_key < b.name_key ? -1 : Number(a.name_key > b.name_key)))
    .map(({ name_key: _, ...person }) => person);
}
