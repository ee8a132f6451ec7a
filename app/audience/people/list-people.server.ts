import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { namesOfAccounts } from '../account.store.server.ts';
import { employmentsOf } from '../employment.store.server.ts';
import { addressesOf } from '../person.store.server.ts';
import { rolesOf } from '../role.store.server.ts';
import { type RoleState, roleState } from '../role.ts';
import type { PeopleFilter, PeoplePage } from './people-filter.ts';
import { countPeopleRows, listPeopleRows, type Review } from './people-list.store.server.ts';

export interface PersonLine {
  id: string;
  name: string;
  email: string | null;
  /** Where the person works now. */
  workplaces: { accountId: string; accountName: string; title: string | null }[];
  /** What the person holds now. */
  roles: { id: string; personaId: string; accountId: string; state: RoleState }[];
}

export interface PeopleList {
  people: PersonLine[];
  /** How many people the filter leaves, on all pages. */
  total: number;
  /** Whether people stand before the first and behind the last of this page. */
  hasPrevious: boolean;
  hasNext: boolean;
}

/** One page of people by name, with where they work and what they hold. */
export async function listPeople(
  db: Db,
  workspace: Workspace,
  asked: { filter: PeopleFilter; page: PeoplePage; review: Review },
): Promise<PeopleList> {
  const { filter, page, review } = asked;
  const rows = await listPeopleRows(db, workspace, filter, page, review);
  const hasMore = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  if (page.backwards) shown.reverse();
  return {
    people: await complete(db, workspace, shown, review),
    total: await countPeopleRows(db, workspace, filter, review),
    hasPrevious: page.backwards ? hasMore : page.cursor !== null,
    hasNext: page.backwards ? true : hasMore,
  };
}

async function complete(
  db: Db,
  workspace: Workspace,
  people: readonly { id: string; name: string }[],
  { now, reviewDays }: Review,
): Promise<PersonLine[]> {
  const ids = people.map(({ id }) => id);
  const addresses = Map.groupBy(await addressesOf(db, workspace, ids), ({ personId }) => personId);
  const isOpen = ({ endedAt }: { endedAt: number | null }) => endedAt === null;
  const employments = (await employmentsOf(db, workspace, ids)).filter(isOpen);
  const roles = (await rolesOf(db, workspace, ids)).filter(isOpen);
  const names = await namesOfAccounts(db, workspace, [
    ...new Set(employments.map(({ accountId }) => accountId)),
  ]);
  const workplaces = Map.groupBy(employments, ({ personId }) => personId);
  const held = Map.groupBy(roles, ({ personId }) => personId);
  return people.map(({ id, name }) => ({
    id,
    name,
    email: addresses.get(id)?.[0]?.email ?? null,
    workplaces: (workplaces.get(id) ?? []).map(({ accountId, title }) => ({
      accountId,
      accountName: names.get(accountId) ?? '',
      title,
    })),
    roles: (held.get(id) ?? []).map((role) => ({
      id: role.id,
      personaId: role.personaId,
      accountId: role.accountId,
      state: roleState(role, now, reviewDays),
    })),
  }));
}
