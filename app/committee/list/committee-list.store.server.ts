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
