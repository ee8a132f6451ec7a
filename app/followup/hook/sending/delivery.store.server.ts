import type { Db, DeliveryState } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { Claimed } from './claim.store.server.ts';

type Held = Pick<Claimed, 'endpointId' | 'eventId' | 'fence'>;

export interface Outcome {
  state: DeliveryState;
  attempts: number;
  nextAt: number;
  status: number | null;
  reason: string | null;
  tookMs: number;
  settledAt: number | null;
}

/** Writes down what became of a delivery, unless somebody else holds it by now. */
export async function settleDelivery(
  db: Db,
  workspace: Workspace,
  { endpointId, eventId, fence }: Held,
  outcome: Outcome,
): Promise<boolean> {
  const settled = await db
    .updateTable('hook_delivery')
    .set({
      ...{ state: outcome.state, attempts: outcome.attempts, next_at: outcome.nextAt, lease_until: null },
      ...{ last_status: outcome.status, last_reason: outcome.reason, took_ms: outcome.tookMs },
      settled_at: outcome.settledAt,
    })
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', endpointId)
    .where('event_id', '=', eventId)
    .where('state', '=', 'claimed')
    .where('fence', '=', fence)
    .executeTakeFirst();
  return settled.numUpdatedRows === 1n;
}

/** Lays back what was not tried. */
export async function layBack(db: Db, workspace: Workspace, hand: readonly Held[]): Promise<void> {
  for (const { endpointId, eventId, fence } of hand)
    await db
      .updateTable('hook_delivery')
      .set({ state: 'waiting', lease_until: null })
      .where('workspace_id', '=', workspace.id)
      .where('endpoint_id', '=', endpointId)
      .where('event_id', '=', eventId)
      .where('state', '=', 'claimed')
      .where('fence', '=', fence)
      .execute();
}

/** Lets what waits go out at once, with every attempt before it: an admin says that the receiver is back. */
export async function hurryWaiting(
  tx: Db,
  workspace: Workspace,
  { endpointId, now }: { endpointId: string; now: number },
): Promise<void> {
  await tx
    .updateTable('hook_delivery')
    .set({ next_at: now, attempts: 0 })
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .execute();
}

/** Sends again: one that is settled, or every one that was given up of what happened since. Answers how many. */
export async function reopen(
  tx: Db,
  workspace: Workspace,
  asked: { endpointId: string; now: number } & ({ eventId: string } | { since: number }),
): Promise<number> {
  const reopening = tx
    .updateTable('hook_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: asked.now, settled_at: null })
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', asked.endpointId)
    .where('settled_at', 'is not', null);
  const chosen =
    'eventId' in asked
      ? reopening.where('event_id', '=', asked.eventId)
      : reopening
          .where('state', '=', 'given_up')
          .where('event_id', 'in', ({ selectFrom }) =>
            selectFrom('hook_event')
              .select('id')
              .where('workspace_id', '=', workspace.id)
              .where('at', '>=', asked.since),
          );
  const reopened = await chosen.executeTakeFirst();
  return Number(reopened.numUpdatedRows);
}

export interface DeliveryRow {
  /** Of the event: what it is known by. */
  id: string;
  kind: string;
  at: number;
  personaName: string | null;
  state: DeliveryState;
  attempts: number;
  nextAt: number;
  status: number | null;
  reason: string | null;
  tookMs: number | null;
  settledAt: number | null;
}

/** The newest first, one more than a page holds. */
export async function pageDeliveries(
  db: Db,
  workspace: Workspace,
  { endpointId, state, after, limit }: PageAsked & { endpointId: string; state?: DeliveryState | 'open' },
): Promise<DeliveryRow[]> {
  const all = db
    .selectFrom('hook_delivery as d')
    .innerJoin('hook_event as e', (on) =>
      on.onRef('e.workspace_id', '=', 'd.workspace_id').onRef('e.id', '=', 'd.event_id'),
    )
    .leftJoin('persona as p', (on) =>
      on.onRef('p.workspace_id', '=', 'e.workspace_id').onRef('p.id', '=', 'e.persona_id'),
    )
    .select(['e.id', 'e.kind', 'e.at', 'p.name as personaName', 'd.state', 'd.attempts'])
    .select(['d.next_at as nextAt', 'd.last_status as status', 'd.last_reason as reason'])
    .select(['d.took_ms as tookMs', 'd.settled_at as settledAt'])
    .where('d.workspace_id', '=', workspace.id)
    .where('d.endpoint_id', '=', endpointId)
    .orderBy('d.event_id', 'desc')
    .limit(limit + 1);
  const later = after === undefined ? all : all.where('d.event_id', '<', after);
  if (state === undefined) return later.execute();
  return (
    state === 'open' ? later.where('d.settled_at', 'is', null) : later.where('d.state', '=', state)
  ).execute();
}

export async function countOpen(db: Db, workspace: Workspace): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('hook_delivery')
    .select(({ fn }) => ['endpoint_id as endpointId', fn.countAll<number>().as('open')])
    .where('workspace_id', '=', workspace.id)
    .where('settled_at', 'is', null)
    .groupBy('endpoint_id')
    .execute();
  return new Map(rows.map(({ endpointId, open }) => [endpointId, Number(open)]));
}

/** Whether anything waits for this endpoint, or is on its way. */
export async function hasOpen(db: Db, workspace: Workspace, endpointId: string): Promise<boolean> {
  const row = await db
    .selectFrom('hook_delivery')
    .select('event_id')
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', endpointId)
    .where('settled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
