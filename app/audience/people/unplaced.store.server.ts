import { sql } from 'kysely';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Someone who works at an account now and holds no role anywhere. */
export interface UnplacedPerson {
  personId: string;
  name: string;
  accountId: string;
  accountName: string;
  title: string | null;
}

/** Present employments of people without any open role. */
function unplaced(db: Db, workspace: Workspace) {
  return db
    .selectFrom('employment')
    .where('employment.workspace_id', '=', workspace.id)
    .where('employment.ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('role_assignment as role')
            .select('role.id')
            .whereRef('role.workspace_id', '=', sql.ref('employment.workspace_id'))
            .whereRef('role.person_id', '=', sql.ref('employment.person_id'))
            .where('role.ended_at', 'is', null),
        ),
      ),
    );
}

/** Distinct titles of unplaced people with how many hold each, the most frequent first; null for no title. */
export async function unplacedTitles(
  db: Db,
  workspace: Workspace,
  page: { offset: number; limit: number },
): Promise<{ titleKey: string | null; title: string | null; people: number }[]> {
  const rows = await unplaced(db, workspace)
    .select(({ fn }) => [
      'employment.title_key as titleKey',
      fn.min('employment.title').as('title'),
      fn.count<number>('employment.person_id').distinct().as('people'),
    ])
    .groupBy('employment.title_key')
    .orderBy('people', 'desc')
    .orderBy('titleKey', (order) => order.asc().nullsLast())
    .offset(page.offset)
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people) }));
}

export async function countUnplaced(
  db: Db,
  workspace: Workspace,
): Promise<{ people: number; titles: number }> {
  const row = await unplaced(db, workspace)
    .select(({ fn }) => [
      fn.count<number>('employment.person_id').distinct().as('people'),
      fn.count<number>('employment.title_key').distinct().as('titles'),
    ])
    .executeTakeFirstOrThrow();
  return { people: Number(row.people), titles: Number(row.titles) };
}

/** The unplaced people with one title (null: without one), by account and name. */
export async function unplacedPeople(
  db: Db,
  workspace: Workspace,
  titleKey: string | null,
  limit: number,
): Promise<UnplacedPerson[]> {
  return unplaced(db, workspace)
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'employment.workspace_id')
        .onRef('person.id', '=', 'employment.person_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'employment.workspace_id')
        .onRef('account.id', '=', 'employment.account_id'),
    )
    .select([
      'person.id as personId',
      'person.name',
      'account.id as accountId',
      'account.name as accountName',
      'employment.title',
    ])
    .where('employment.title_key', titleKey === null ? 'is' : '=', titleKey)
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('person.id')
    .limit(limit)
    .execute();
}

/** For each of these titles, how many people who hold it were confirmed as which persona. */
export async function confirmedByTitle(
  db: Db,
  workspace: Workspace,
  titleKeys: readonly string[],
): Promise<{ titleKey: string; personaId: string; people: number }[]> {
  const rows = await db
    .selectFrom('employment')
    .innerJoin('role_assignment as role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'employment.workspace_id')
        .onRef('role.person_id', '=', 'employment.person_id')
        .onRef('role.account_id', '=', 'employment.account_id'),
    )
    .select(({ fn }) => [
      'employment.title_key as titleKey',
      'role.persona_id as personaId',
      fn.count<number>('role.person_id').distinct().as('people'),
    ])
    .where('employment.workspace_id', '=', workspace.id)
    .where('employment.title_key', 'in', titleKeys)
    .where('role.confirmed_at', 'is not', null)
    .groupBy(['employment.title_key', 'role.persona_id'])
    .execute();
  return rows.map((row) => ({ ...row, titleKey: row.titleKey ?? '', people: Number(row.people) }));
}
