import type { Db } from '#app/platform/db.server.ts';
import { mintWorkspace, type Workspace } from '#app/platform/workspace.ts';
import type { StaleChoice } from '../pile/pile.ts';

/** Roles that become invitations in one transaction: on SQLite respondents' answers wait for it. */
const PART = { sqlite: 200, postgres: 400 } as const;

/** Rows of a statement: well under what an engine binds. */
const PARTS_AT_ONCE = 50;

export interface NewOrder {
  id: string;
  waveId: string;
  actor: string;
  stale: StaleChoice | null;
  roleIds: readonly string[];
  at: number;
}

/** Writes down whom a send is to ask, in the transaction that decides it. */
export async function insertOrder(
  tx: Db,
  engine: keyof typeof PART,
  workspace: Workspace,
  order: NewOrder,
): Promise<void> {
  const size = PART[engine];
  const { id, waveId, actor, stale, roleIds, at } = order;
  const row = { workspace_id: workspace.id, id, wave_id: waveId, actor, stale, roles: roleIds.length };
  await tx
    .insertInto('send_order')
    .values({ ...row, invited: 0, left_out: 0, created_at: at, ended_at: null })
    .execute();
  const parts = Array.from({ length: Math.ceil(roleIds.length / size) }, (_, part) => ({
    ...{ workspace_id: workspace.id, order_id: id, part },
    role_ids: JSON.stringify(roleIds.slice(part * size, (part + 1) * size)),
  }));
  for (let from = 0; from < parts.length; from += PARTS_AT_ONCE)
    await tx
      .insertInto('send_order_part')
      .values(parts.slice(from, from + PARTS_AT_ONCE))
      .execute();
}

export interface OpenOrder {
  workspace: Workspace;
  id: string;
  waveId: string;
  stale: StaleChoice | null;
}

/** Orders with somebody still to invite, of programmes that may ask now; in every workspace, the oldest first. */
export async function listOpenOrders(db: Db): Promise<OpenOrder[]> {
  const rows = await db
    .selectFrom('send_order as o')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'o.workspace_id').onRef('w.id', '=', 'o.wave_id'),
    )
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .select(['o.workspace_id', 'o.id', 'o.wave_id', 'o.stale'])
    .where('o.ended_at', 'is', null)
    .where('pr.state', '!=', 'paused')
    .orderBy('o.created_at')
    .orderBy('o.id')
    .execute();
  return rows.map(({ workspace_id, id, wave_id, stale }) => ({
    ...{ workspace: mintWorkspace(workspace_id), id, waveId: wave_id, stale },
  }));
}

/** Takes the next part away, for whoever makes it ready in the same transaction; null where none is left. */
export async function takePart(tx: Db, workspace: Workspace, orderId: string): Promise<string[] | null> {
  const ofOrder = tx
    .selectFrom('send_order_part')
    .select('part')
    .where('workspace_id', '=', workspace.id)
    .where('order_id', '=', orderId)
    .orderBy('part')
    .limit(1);
  const next = await ofOrder.executeTakeFirst();
  if (!next) return null;
  const taken = await tx
    .deleteFrom('send_order_part')
    .where('workspace_id', '=', workspace.id)
    .where('order_id', '=', orderId)
    .where('part', '=', next.part)
    .returning('role_ids')
    .executeTakeFirst();
  // Another process has made it ready meanwhile.
  return taken ? readRoleIds(taken.role_ids) : [];
}

/** Adds what became of a part. */
export async function addToOrder(
  tx: Db,
  workspace: Workspace,
  orderId: string,
  part: { invited: number; leftOut: number },
): Promise<void> {
  await tx
    .updateTable('send_order')
    .set((row) => ({
      invited: row('invited', '+', part.invited),
      left_out: row('left_out', '+', part.leftOut),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', orderId)
    .execute();
}

/** True for whoever ends it first. */
export async function markEnded(tx: Db, workspace: Workspace, orderId: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('send_order')
    .set({ ended_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', orderId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends every order of a wave with whatever of it is not made ready; how many people that leaves unasked. */
export async function dropOrders(tx: Db, workspace: Workspace, waveId: string, at: number): Promise<number> {
  const open = await openOf(tx, workspace, waveId).select('id').execute();
  let dropped = 0;
  for (const { id } of open) {
    if (!(await markEnded(tx, workspace, id, at))) continue;
    const parts = await tx
      .deleteFrom('send_order_part')
      .where('workspace_id', '=', workspace.id)
      .where('order_id', '=', id)
      .returning('role_ids')
      .execute();
    const leftOut = parts.reduce((sum, { role_ids }) => sum + readRoleIds(role_ids).length, 0);
    await addToOrder(tx, workspace, id, { invited: 0, leftOut });
    dropped += leftOut;
  }
  return dropped;
}

/** How many people of a wave are decided to be asked and have no invitation yet, and how many never got one. */
export async function countOrdered(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ unready: number; leftOut: number }> {
  const rows = await db
    .selectFrom('send_order')
    .select(['roles', 'invited', 'left_out'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
  // Once an order has ended, they add up.
  return {
    unready: rows.reduce((sum, { roles, invited, left_out }) => sum + roles - invited - left_out, 0),
    leftOut: rows.reduce((sum, { left_out }) => sum + left_out, 0),
  };
}

/** The roles of a wave that are decided to be asked and have no invitation yet. */
export async function listOrderedRoles(db: Db, workspace: Workspace, waveId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('send_order as o')
    .innerJoin('send_order_part as part', (on) =>
      on.onRef('part.workspace_id', '=', 'o.workspace_id').onRef('part.order_id', '=', 'o.id'),
    )
    .select('part.role_ids')
    .where('o.workspace_id', '=', workspace.id)
    .where('o.wave_id', '=', waveId)
    .where('o.ended_at', 'is', null)
    .execute();
  return rows.flatMap(({ role_ids }) => readRoleIds(role_ids));
}

function openOf(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('send_order')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('ended_at', 'is', null);
}

function readRoleIds(text: string): string[] {
  // Written by `insertOrder` alone.
  return JSON.parse(text) as string[];
}
