import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Limit } from './shared-limit.ts';

/** One limit of one link. */
export interface FlowKey {
  linkId: string;
  flow: string;
}

export function flowKey({ linkId, flow }: FlowKey): string {
  return `${linkId} ${flow}`;
}

/**
 * How full these limits are, by `flowKey`. The update changes nothing but holds each row until the transaction ends, so
 * that answers at the same moment are counted one after the other, whichever process keeps them.
 */
export async function holdFlows(
  tx: Db,
  workspace: Workspace,
  flows: readonly FlowKey[],
): Promise<Map<string, number>> {
  if (flows.length === 0) return new Map();
  // In one order everywhere, so that two at once wait for each other and never deadlock.
  const rows = [...new Map(flows.map((one) => [flowKey(one), one]))].sort(([a], [b]) => (a < b ? -1 : 1));
  const held = await tx
    .insertInto('shared_link_flow')
    .values(rows.map(([, one]) => rowOf(workspace, one, 0)))
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'shared_link_id', 'flow'])
        .doUpdateSet((row) => ({ empty_at: row.ref('shared_link_flow.empty_at') })),
    )
    .returning(['shared_link_id as linkId', 'flow', 'empty_at as emptyAt'])
    .execute();
  return new Map(held.map((row) => [flowKey(row), row.emptyAt]));
}

/** How full these limits are, for a look that holds nothing. */
export async function readFlows(
  db: Db,
  workspace: Workspace,
  { linkId, flows }: { linkId: string; flows: readonly string[] },
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('shared_link_flow')
    .select(['flow', 'empty_at as emptyAt'])
    .where('workspace_id', '=', workspace.id)
    .where('shared_link_id', '=', linkId)
    .where('flow', 'in', flows)
    .execute();
  return new Map(rows.map(({ flow, emptyAt }) => [flow, emptyAt]));
}

export async function saveFlows(
  tx: Db,
  workspace: Workspace,
  flows: readonly (FlowKey & { emptyAt: number })[],
): Promise<void> {
  if (flows.length === 0) return;
  await tx
    .insertInto('shared_link_flow')
    .values(flows.map((one) => rowOf(workspace, one, one.emptyAt)))
    .onConflict((on) =>
      on
        .columns(['workspace_id', 'shared_link_id', 'flow'])
        .doUpdateSet((row) => ({ empty_at: row.ref('excluded.empty_at') })),
    )
    .execute();
}

function rowOf(workspace: Workspace, { linkId, flow }: FlowKey, emptyAt: number) {
  return { workspace_id: workspace.id, shared_link_id: linkId, flow, empty_at: emptyAt };
}

/** Forgets limits that are empty again, in every workspace: nothing of a network stays longer than it must. */
export async function deleteEmptyFlows(db: Db, now: number): Promise<void> {
  await db.deleteFrom('shared_link_flow').where('empty_at', '<=', now).execute();
}

export interface Over {
  linkId: string;
  what: Limit;
  /** How many answers it held in place of counting them. */
  answers: number;
  at: number;
}

/** Notes that a limit bit. */
export async function noteOver(db: Db, workspace: Workspace, over: Over): Promise<void> {
  await db
    .insertInto('shared_link_over')
    .values({
      ...{ workspace_id: workspace.id, shared_link_id: over.linkId, what: over.what },
      ...{ answers: over.answers, first_at: over.at, last_at: over.at },
    })
    .onConflict((on) =>
      on.columns(['workspace_id', 'shared_link_id', 'what']).doUpdateSet((row) => ({
        answers: row('shared_link_over.answers', '+', over.answers),
        last_at: over.at,
      })),
    )
    .execute();
}

/** Where the limits of a link bit. */
export async function listOver(db: Db, workspace: Workspace, linkId: string) {
  return db
    .selectFrom('shared_link_over')
    .select(['what', 'answers', 'first_at as firstAt', 'last_at as lastAt'])
    .where('workspace_id', '=', workspace.id)
    .where('shared_link_id', '=', linkId)
    .orderBy('what')
    .execute();
}
