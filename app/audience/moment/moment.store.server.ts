import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { nameKey } from '../keys.ts';
import type { Moment, MomentWords } from './moment.ts';

const COLUMNS = [
  'id',
  'persona_id as personaId',
  'name',
  'trying_to as tryingTo',
  'promise',
  'evidence',
  'position',
  'closed_at as closedAt',
] as const;

/** The moments of one persona as members like to see them, closed ones too and last. */
export async function listMomentRows(db: Db, workspace: Workspace, personaId: string): Promise<Moment[]> {
  const rows = await moments(db, workspace).where('persona_id', '=', personaId).execute();
  return [
    ...rows.filter(({ closedAt }) => closedAt === null),
    ...rows.filter(({ closedAt }) => closedAt !== null),
  ];
}

/** Every open moment of the workspace, of whatever persona. */
export async function listOpenMomentRows(db: Db, workspace: Workspace): Promise<Moment[]> {
  return moments(db, workspace).where('closed_at', 'is', null).execute();
}

export async function findMoment(db: Db, workspace: Workspace, id: string): Promise<Moment | undefined> {
  return moments(db, workspace).where('id', '=', id).executeTakeFirst();
}

function moments(db: Db, workspace: Workspace) {
  return db
    .selectFrom('moment')
    .select(COLUMNS)
    .where('workspace_id', '=', workspace.id)
    .orderBy('position')
    .orderBy('id');
}

/** Holds the persona until the transaction ends, so that of two who change its moments the second sees the first. */
export async function lockMoments(tx: Db, workspace: Workspace, personaId: string): Promise<void> {
  await tx
    .updateTable('persona')
    .set((row) => ({ position: row.ref('position') }))
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', personaId)
    .execute();
}

export async function insertMoment(
  tx: Db,
  workspace: Workspace,
  { tryingTo, personaId, closedAt, ...moment }: Moment,
  now: number,
): Promise<void> {
  const keys = { workspace_id: workspace.id, persona_id: personaId, name_key: nameKey(moment.name) };
  await tx
    .insertInto('moment')
    .values({ ...moment, ...keys, trying_to: tryingTo, created_at: now, closed_at: closedAt })
    .execute();
}

export async function updateMomentRow(
  tx: Db,
  workspace: Workspace,
  { id, tryingTo, ...words }: MomentWords & { id: string },
): Promise<void> {
  const { name, promise, evidence } = words;
  await moment(tx, workspace, id)
    .set({ name, name_key: nameKey(name), trying_to: tryingTo, promise, evidence })
    .execute();
}

export async function closeMomentRow(tx: Db, workspace: Workspace, id: string, now: number): Promise<void> {
  await moment(tx, workspace, id).set({ closed_at: now }).where('closed_at', 'is', null).execute();
}

export async function putPosition(tx: Db, workspace: Workspace, id: string, position: number): Promise<void> {
  await moment(tx, workspace, id).set({ position }).execute();
}

function moment(tx: Db, workspace: Workspace, id: string) {
  return tx.updateTable('moment').where('workspace_id', '=', workspace.id).where('id', '=', id);
}
