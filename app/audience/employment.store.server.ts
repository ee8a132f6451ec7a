import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Employment } from './person.ts';
import { inKnownSizes, toKnownSize } from './table-batches.ts';

/** Present and past employments of these people. */
export async function employmentsOf(
  db: Db,
  workspace: Workspace,
  personIds: readonly string[],
): Promise<Employment[]> {
  return db
    .selectFrom('employment')
    .select([
      'id',
      'person_id as personId',
      'account_id as accountId',
      'title',
      'title_key as titleKey',
      'source',
      'started_at as startedAt',
      'ended_at as endedAt',
    ])
    .where('workspace_id', '=', workspace.id)
    .where('person_id', 'in', toKnownSize(personIds))
    .orderBy('created_at')
    .execute();
}

export async function insertEmployments(
  db: Db,
  workspace: Workspace,
  employments: readonly Employment[],
  now: number,
): Promise<void> {
  const rows = employments.map((employment) => ({
    workspace_id: workspace.id,
    id: employment.id,
    person_id: employment.personId,
    account_id: employment.accountId,
    title: employment.title,
    title_key: employment.titleKey,
    source: employment.source,
    started_at: employment.startedAt,
    ended_at: employment.endedAt,
    created_at: now,
  }));
  for (const piece of inKnownSizes(rows)) await db.insertInto('employment').values(piece).execute();
}

export async function changeTitle(
  db: Db,
  workspace: Workspace,
  employment: Pick<Employment, 'id' | 'title' | 'titleKey'>,
): Promise<void> {
  await db
    .updateTable('employment')
    .set({ title: employment.title, title_key: employment.titleKey })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', employment.id)
    .execute();
}

/** Ends the person's open employment at this account; answers how many there were. */
export async function endEmployment(
  db: Db,
  workspace: Workspace,
  ended: { personId: string; accountId: string; at: number },
): Promise<number> {
  const result = await db
    .updateTable('employment')
    .set({ ended_at: ended.at })
    .where('workspace_id', '=', workspace.id)
    .where('person_id', '=', ended.personId)
    .where('account_id', '=', ended.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
