import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { inKnownSizes, toKnownSize } from '../../table-batches.ts';
import type { Touch } from './touch.ts';

const COLUMNS = [
  'id',
  'person_id as personId',
  'account_id as accountId',
  'persona_id as personaId',
  'moment_id as momentId',
  'at',
  'source',
  'external_id as externalId',
] as const;

function touches(db: Db, workspace: Workspace) {
  return db.selectFrom('touch').select(COLUMNS).where('workspace_id', '=', workspace.id);
}

/** Writes down touches; how many were not known before. */
export async function insertTouches(
  tx: Db,
  workspace: Workspace,
  rows: readonly Touch[],
  { by, now }: { by: string; now: number },
): Promise<number> {
  const values = rows.map((touch) => ({
    workspace_id: workspace.id,
    id: touch.id,
    person_id: touch.personId,
    account_id: touch.accountId,
    persona_id: touch.personaId,
    moment_id: touch.momentId,
    at: touch.at,
    source: touch.source,
    external_id: touch.externalId,
    recorded_by: by,
    recorded_at: now,
  }));
  let inserted = 0;
  for (const piece of inKnownSizes(values)) {
    const result = await tx
      .insertInto('touch')
      .values(piece)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    inserted += Number(result.numInsertedOrUpdatedRows);
  }
  return inserted;
}

/** The touch that this one would be, if it is known; or the one that has its name in the system that saw it. */
export async function findSame(
  db: Db,
  workspace: Workspace,
  touch: Omit<Touch, 'id'>,
): Promise<{ same?: Touch | undefined; named?: Touch | undefined }> {
  const same = await touches(db, workspace)
    .where('persona_id', '=', touch.personaId)
    .where('person_id', '=', touch.personId)
    .where('at', '=', touch.at)
    .where('moment_id', '=', touch.momentId)
    .where('account_id', '=', touch.accountId)
    .where('source', '=', touch.source)
    .executeTakeFirst();
  if (touch.externalId === null) return { same };
  const named = await touches(db, workspace).where('external_id', '=', touch.externalId).executeTakeFirst();
  return { same, named };
}

/** What is known of these people between two moments in ms, whatever persona. */
export async function listKnown(
  db: Db,
  workspace: Workspace,
  { personIds, from, to }: { personIds: readonly string[]; from: number; to: number },
): Promise<Touch[]> {
  return touches(db, workspace)
    .where('person_id', 'in', toKnownSize(personIds))
    .where('at', '>=', from)
    .where('at', '<=', to)
    .execute();
}

export interface TouchesAsked {
  personId: string;
  /** Left out only by those who want them persona by persona, each with its name. */
  personaId?: string | undefined;
  limit: number;
  /** Only touches beyond this one. */
  beyond?: string | undefined;
  /** The newest first; without it the oldest. */
  newestFirst?: boolean;
}

/** Touches of one person in the order in which they happened, or backwards. */
export async function pageTouchRows(db: Db, workspace: Workspace, asked: TouchesAsked): Promise<Touch[]> {
  const { personId, personaId, beyond, limit, newestFirst = false } = asked;
  let query = touches(db, workspace).where('person_id', '=', personId);
  if (personaId !== undefined) query = query.where('persona_id', '=', personaId);
  const last = beyond && (await findTouch(db, workspace, beyond));
  if (last) {
    const further = newestFirst ? '<' : '>';
    query = query.where((eb) =>
      eb.or([eb('at', further, last.at), eb.and([eb('at', '=', last.at), eb('id', further, last.id)])]),
    );
  }
  const direction = newestFirst ? 'desc' : 'asc';
  return query.orderBy('at', direction).orderBy('id', direction).limit(limit).execute();
}

/** How many touches of the same person in the same persona are older than this one. */
export async function countOlder(
  db: Db,
  workspace: Workspace,
  { personId, personaId, at, id }: Pick<Touch, 'personId' | 'personaId' | 'at' | 'id'>,
): Promise<number> {
  const row = await db
    .selectFrom('touch')
    .select(({ fn }) => fn.countAll<number>().as('touches'))
    .where('workspace_id', '=', workspace.id)
    .where('persona_id', '=', personaId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])]))
    .executeTakeFirstOrThrow();
  return Number(row.touches);
}

export async function findTouch(db: Db, workspace: Workspace, id: string): Promise<Touch | undefined> {
  return touches(db, workspace).where('id', '=', id).executeTakeFirst();
}

export async function deleteTouch(tx: Db, workspace: Workspace, id: string): Promise<void> {
  await tx.deleteFrom('touch').where('workspace_id', '=', workspace.id).where('id', '=', id).execute();
}
