import type { About } from '#app/audience/attribute/attribute.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Scope } from './candidate.store.server.ts';
import type { Pick } from './pick.ts';

/** The open roles of these personas whose person, or account, has one of the values of every attribute. */
export async function listRolesWith(
  db: Db,
  workspace: Workspace,
  { programmeId, personaIds }: Scope,
  picks: readonly (Pick & { about: About })[],
): Promise<Set<string>> {
  let roles = db
    .selectFrom('role_assignment as role')
    .select('role.id')
    .where('role.workspace_id', '=', workspace.id)
    .where('role.ended_at', 'is', null)
    .where('role.persona_id', 'in', personaIds)
    .where((where) =>
      where.or([where('role.programme_id', 'is', null), where('role.programme_id', '=', programmeId)]),
    );
  // Lists and not `exists`, which SQLite asks role by role for each value; and compared through an expression, because it
  // would else look into an index of roles once for each pair of a person and an account.
  for (const { about, attributeId, values } of picks)
    roles = roles.where((where) =>
      where(
        where.fn.coalesce(about === 'person' ? 'role.person_id' : 'role.account_id', where.val('')),
        'in',
        where
          .selectFrom(`${about}_attribute as own`)
          .select('own.holder_id')
          .where('own.workspace_id', '=', workspace.id)
          .where('own.attribute_id', '=', attributeId)
          .where('own.value_key', 'in', values),
      ),
    );
  return new Set((await roles.execute()).map(({ id }) => id));
}
