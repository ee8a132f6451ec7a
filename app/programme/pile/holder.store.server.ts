import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Somebody who holds a role now, as much of them as stands in a wording. */
export interface Holder {
  roleId: string;
  personName: string;
  accountName: string;
}

const SOME = 8;

/** The first few who hold this persona's role in a programme now, by account and name. */
export async function listSomeHolders(
  db: Db,
  workspace: Workspace,
  { programmeId, personaId }: { programmeId: string; personaId: string },
): Promise<Holder[]> {
  return db
    .selectFrom('role_assignment as role')
    .innerJoin('person', (join) =>
      join.onRef('person.workspace_id', '=', 'role.workspace_id').onRef('person.id', '=', 'role.person_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'role.workspace_id')
        .onRef('account.id', '=', 'role.account_id'),
    )
    .select(['role.id as roleId', 'person.name as personName', 'account.name as accountName'])
    .where('role.workspace_id', '=', workspace.id)
    .where('role.ended_at', 'is', null)
    .where('role.persona_id', '=', personaId)
    .where((where) =>
      where.or([where('role.programme_id', 'is', null), where('role.programme_id', '=', programmeId)]),
    )
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('role.id')
    .limit(SOME)
    .execute();
}
