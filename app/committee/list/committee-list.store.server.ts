import { toKnownSize } from '#app/audience/table-batches.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface AccountKey {
  id: string;
  name: string;
  nameKey: string;
  renewalOn: string | null;
}

/** Every account whose name holds `search`, with what it can be put in order by. */
export async function listAccountKeys(db: Db, workspace: Workspace, search: string): Promise<AccountKey[]> {
  let query = db
    .selectFrom('account')
    .select(['id', 'name', 'name_key as nameKey', 'renewal_on as renewalOn'])
    .where('workspace_id', '=', workspace.id);
  if (search !== '')
    query = query.where((eb) =>
      // Taking the text out changes a name that holds it: means the same on both engines, unlike LIKE.
      eb(eb.fn<string>('replace', ['name_key', eb.val(search), eb.val('')]), '<>', eb.ref('name_key')),
    );
  return query.execute();
}

/**
 * Who sits at each account, was asked in a wave under their name and was not heard, counted; at all accounts, or at some.
 * It reads who answered and no answer.
 */
export async function countSilent(
  db: Db,
  workspace: Workspace,
  of: { waveId: string; accountIds: readonly string[] | null },
): Promise<Map<string, number>> {
  if (of.accountIds?.length === 0) return new Map();
  let query = db
    .selectFrom('invitation as i')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'i.workspace_id').onRef('w.id', '=', 'i.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .innerJoin('role_assignment as role', (on) =>
      on.onRef('role.workspace_id', '=', 'i.workspace_id').onRef('role.id', '=', 'i.role_assignment_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .select((eb) => ['i.account_id as accountId', eb.fn.countAll<number>().as('people')])
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', of.waveId)
    .where('p.confidentiality', '=', 'attributed')
    .where('role.ended_at', 'is', null)
    .where('r.id', 'is', null)
    .groupBy('i.account_id');
  if (of.accountIds) query = query.where('i.account_id', 'in', toKnownSize(of.accountIds));
  const rows = await query.execute();
  return new Map(rows.map(({ accountId, people }) => [accountId, Number(people)]));
}
