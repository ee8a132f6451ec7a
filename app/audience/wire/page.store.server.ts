import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Account } from '../account.ts';
import type { Person } from '../person.ts';
import type { RoleEpisode } from '../role.ts';

/** Pages by id, which is the order of making: what is added meanwhile comes on the last page. */

/** One more than asked for, where there is one: so the caller knows that there is a next page. */
export async function pagePeopleRows(db: Db, workspace: Workspace, page: PageAsked): Promise<Person[]> {
  const all = db
    .selectFrom('person')
    .select(['id', 'external_id as externalId', 'name', 'name_key as nameKey', 'search_key as searchKey'])
    .select(['language', 'time_zone as timeZone'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .limit(page.limit + 1);
  return (page.after ? all.where('id', '>', page.after) : all).execute();
}

export async function pageAccountRows(db: Db, workspace: Workspace, page: PageAsked): Promise<Account[]> {
  const all = db
    .selectFrom('account')
    .select(['id', 'external_id as externalId', 'name', 'name_key as nameKey', 'renewal_on as renewalOn'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .limit(page.limit + 1);
  return (page.after ? all.where('id', '>', page.after) : all).execute();
}

export async function pageRoleRows(
  db: Db,
  workspace: Workspace,
  page: PageAsked & { personId?: string; accountId?: string },
): Promise<RoleEpisode[]> {
  let roles = db
    .selectFrom('role_assignment')
    .select(['id', 'person_id as personId', 'account_id as accountId', 'programme_id as programmeId'])
    .select(['persona_id as personaId', 'source', 'evidence', 'started_at as startedAt'])
    .select(['confirmed_at as confirmedAt', 'confirmed_by as confirmedBy'])
    .select(['ended_at as endedAt', 'end_reason as endReason'])
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .limit(page.limit + 1);
  if (page.after) roles = roles.where('id', '>', page.after);
  if (page.personId) roles = roles.where('person_id', '=', page.personId);
  if (page.accountId) roles = roles.where('account_id', '=', page.accountId);
  return roles.execute();
}
