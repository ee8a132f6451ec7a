import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

export interface HookEvent {
  id: string;
  kind: string;
  subject: string;
  personaId: string | null;
  at: number;
  data: object;
  namedData: object;
}

/** PostgreSQL takes 65,535 values in one statement, SQLite 32,766. */
const MOST_ROWS = 500;

/** The ids of those that are new: each subject of a kind is kept once. */
export async function insertEvents(
  tx: Db,
  workspace: Workspace,
  events: readonly HookEvent[],
): Promise<string[]> {
  const kept: string[] = [];
  // In one order everywhere: two that write the same subjects wait for each other, and not in a ring.
  const sorted = events.toSorted((a, b) => (`${a.kind} ${a.subject}` < `${b.kind} ${b.subject}` ? -1 : 1));
  for (let from = 0; from < sorted.length; from += MOST_ROWS) {
    const rows = sorted.slice(from, from + MOST_ROWS).map((event) => ({
      ...{ workspace_id: workspace.id, id: event.id, kind: event.kind, subject: event.subject },
      ...{ persona_id: event.personaId, at: event.at },
      ...{ data: JSON.stringify(event.data), named_data: JSON.stringify(event.namedData) },
    }));
    const inserted = await tx
      .insertInto('hook_event')
      .values(rows)
      .onConflict((on) => on.columns(['workspace_id', 'kind', 'subject']).doNothing())
      .returning('id')
      .execute();
    kept.push(...inserted.map(({ id }) => id));
  }
  return kept;
}

export interface NewDelivery {
  endpointId: string;
  eventId: string;
  /** From when on it may go out. */
  at: number;
}

export async function insertDeliveries(
  tx: Db,
  workspace: Workspace,
  deliveries: readonly NewDelivery[],
): Promise<void> {
  for (let from = 0; from < deliveries.length; from += MOST_ROWS) {
    const rows = deliveries.slice(from, from + MOST_ROWS).map(({ endpointId, eventId, at }) => ({
      ...{ workspace_id: workspace.id, endpoint_id: endpointId, event_id: eventId },
      ...{ state: 'waiting' as const, attempts: 0, next_at: at, lease_until: null, fence: 0 },
      ...{ last_status: null, last_reason: null, took_ms: null, settled_at: null },
    }));
    await tx.insertInto('hook_delivery').values(rows).execute();
  }
}

/** Events from before `before`, a batch at a time, with every delivery of theirs; answers whether more are left. */
export async function forgetEvents(
  tx: Db,
  { before, most }: { before: number; most: number },
): Promise<boolean> {
  const old = await tx
    .selectFrom('hook_event')
    .select(['workspace_id as workspaceId', 'id'])
    .where('at', '<', before)
    .orderBy('at')
    .limit(most)
    .execute();
  for (const [workspaceId, events] of Map.groupBy(old, (event) => event.workspaceId)) {
    const ids = events.map(({ id }) => id);
    await tx
      .deleteFrom('hook_delivery')
      .where('workspace_id', '=', workspaceId)
      .where('event_id', 'in', ids)
      .execute();
    await tx
      .deleteFrom('hook_event')
      .where('workspace_id', '=', workspaceId)
      .where('id', 'in', ids)
      .execute();
  }
  return old.length === most;
}
