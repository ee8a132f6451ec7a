import { sql } from 'kysely';
import { DAY } from '#app/platform/clock.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import type { PeopleFilter, PeoplePage, RoleFilter } from './people-filter.ts';

export interface ListedPerson {
  id: string;
  name: string;
}

/** For judging whether a role is stale: the time and the workspace's review period in days. */
export interface Review {
  now: number;
  reviewDays: number;
}

/** One page of people by name; one more than the limit tells that another page follows. */
export async function listPeopleRows(
  db: Db,
  workspace: Workspace,
  filter: PeopleFilter,
  page: PeoplePage,
  review: Review,
): Promise<ListedPerson[]> {
  const isDown = page.descending !== page.backwards;
  let query = filtered(db, workspace, filter, review).select(['person.id', 'person.name']);
  const cursor = page.cursor ? await placeOf(db, workspace, page.cursor) : undefined;
  if (cursor) {
    const beyond = isDown ? '<' : '>';
    query = query
      // Says nothing new, but lets the index begin at the cursor instead of at the first name.
      .where('person.name_key', isDown ? '<=' : '>=', cursor.nameKey)
      .where((eb) =>
        eb.or([
          eb('person.name_key', beyond, cursor.nameKey),
          eb.and([eb('person.name_key', '=', cursor.nameKey), eb('person.id', beyond, cursor.id)]),
        ]),
      );
  }
  const direction = isDown ? 'desc' : 'asc';
  const rows = await query
    .orderBy('person.name_key', direction)
    .orderBy('person.id', direction)
    .limit(page.limit + 1)
    .execute();
  return rows;
}

export async function countPeopleRows(
  db: Db,
  workspace: Workspace,
  filter: PeopleFilter,
  review: Review,
): Promise<number> {
  const row = await filtered(db, workspace, filter, review)
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .executeTakeFirstOrThrow();
  return Number(row.people);
}

function placeOf(db: Db, workspace: Workspace, personId: string) {
  return db
    .selectFrom('person')
    .select(['id', 'name_key as nameKey'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', personId)
    .executeTakeFirst();
}

function filtered(db: Db, workspace: Workspace, filter: PeopleFilter, review: Review) {
  const { personaId, role, accountId } = filter;
  let query = db.selectFrom('person').where('person.workspace_id', '=', workspace.id);
  for (const word of nameKey(filter.q).split(' ')) {
    if (word !== '') query = query.where(sql<boolean>`person.search_key like ${patternOf(word)} escape '!'`);
  }
  if (accountId) {
    query = query.where((eb) =>
      eb.or([
        eb('person.id', 'in', employedNow(db, workspace).where('employment.account_id', '=', accountId)),
        eb('person.id', 'in', heldNow(db, workspace).where('role.account_id', '=', accountId)),
      ]),
    );
  }
  if (role === 'missing') {
    query = query
      .where('person.id', 'in', employedNow(db, workspace))
      .where(({ not, exists }) =>
        not(exists(heldNow(db, workspace).whereRef('role.person_id', '=', sql.ref('person.id')))),
      );
  }
  if (personaId || (role && role !== 'missing')) {
    let held = heldNow(db, workspace);
    if (personaId) held = held.where('role.persona_id', '=', personaId);
    if (accountId) held = held.where('role.account_id', '=', accountId);
    query = query.where('person.id', 'in', role && role !== 'missing' ? inState(held, role, review) : held);
  }
  return query;
}

/** `%` and `_` are letters here, not wild cards. */
function patternOf(word: string): string {
  return `%${word.replace(/[!%_]/g, '!$&')}%`;
}

/** Who works anywhere now: asked for as a list, because asked person by person SQLite takes the wrong index. */
function employedNow(db: Db, workspace: Workspace) {
  return db
    .selectFrom('employment')
    .select('employment.person_id')
    .where('employment.workspace_id', '=', workspace.id)
    .where('employment.ended_at', 'is', null);
}

/** Who holds a role now. */
function heldNow(db: Db, workspace: Workspace) {
  return db
    .selectFrom('role_assignment as role')
    .select('role.person_id')
    .where('role.workspace_id', '=', workspace.id)
    .where('role.ended_at', 'is', null);
}

type Held = ReturnType<typeof heldNow>;

function inState(held: Held, state: Exclude<RoleFilter, 'missing'>, { now, reviewDays }: Review): Held {
  const freshFrom = now - reviewDays * DAY;
  switch (state) {
    case 'confirmed':
      return held.where('role.confirmed_at', '>=', freshFrom);
    case 'stale':
      return held.where('role.confirmed_at', '<', freshFrom);
    case 'unconfirmed':
      return held.where('role.confirmed_at', 'is', null);
    default:
      return state satisfies never;
  }
}
