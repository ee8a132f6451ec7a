import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** An endpoint whose next delivery may go out now. */
export interface DueEndpoint {
  workspaceId: string;
  id: string;
  isFailing: boolean;
}

/**
 * The endpoints that are on and whose first open delivery is due, those that work before those that fail. What stands
 * behind a first one that waits is not looked at, so many that wait cost no more than few.
 */
export async function listDueEndpoints(
  db: Db,
  { now, most }: { now: number; most: number },
): Promise<DueEndpoint[]> {
  const rows = await db
    .selectFrom('hook_endpoint as e')
    .innerJoin('hook_delivery as d', (on) =>
      on
        .onRef('d.workspace_id', '=', 'e.workspace_id')
        .onRef('d.endpoint_id', '=', 'e.id')
        .on('d.event_id', '=', ({ selectFrom }) =>
          selectFrom('hook_delivery as first')
            .select('first.event_id')
            .whereRef('first.workspace_id', '=', 'e.workspace_id')
            .whereRef('first.endpoint_id', '=', 'e.id')
            .where('first.settled_at', 'is', null)
            .orderBy('first.event_id')
            .limit(1),
        ),
    )
    .select(['e.workspace_id as workspaceId', 'e.id', 'e.failing_since as failingSince'])
    .where('e.state', '=', 'on')
    .where(({ and, or, eb }) =>
      or([
        and([eb('d.state', '=', 'waiting'), eb('d.next_at', '<=', now)]),
        and([eb('d.state', '=', 'claimed'), eb('d.lease_until', '<', now)]),
      ]),
    )
    .orderBy(({ fn, val }) => fn.coalesce('e.failing_since', val(0)))
    .orderBy('d.next_at')
    .limit(most)
    .execute();
  return rows.map(({ failingSince, ...row }) => ({ ...row, isFailing: failingSince !== null }));
}

/** A delivery in the hand of this process, until its lease is over. */
export interface Claimed {
  endpointId: string;
  eventId: string;
  fence: number;
  attempts: number;
  kind: string;
  at: number;
  data: string;
  namedData: string;
}

/**
 * Takes the first open deliveries of an endpoint as long as each is due: in their order, and none while the first is in
 * another hand.
 */
export async function claimHand(
  db: Db,
  engine: 'sqlite' | 'postgres',
  workspace: Workspace,
  { endpointId, ...asked }: { endpointId: string; now: number; leaseMs: number; most: number },
): Promise<Claimed[]> {
  return db.transaction().execute(async (tx) => {
    const open = tx
      .selectFrom('hook_delivery')
      .select(['event_id as eventId', 'state', 'next_at as nextAt', 'lease_until as leaseUntil'])
      .where('workspace_id', '=', workspace.id)
      .where('endpoint_id', '=', endpointId)
      .where('settled_at', 'is', null)
      .orderBy('event_id');
    // Whoever else wants this hand waits here, and then sees that it is taken.
    const first = open.limit(1);
    const head = await (engine === 'postgres' ? first.forUpdate() : first).executeTakeFirst();
    if (!head || !isDue(head, asked.now)) return [];
    const next = await open.limit(asked.most).execute();
    const hand = next.slice(0, firstNotDue(next, asked.now));
    const eventIds = hand.map(({ eventId }) => eventId);
    return take(tx, workspace, { ...asked, endpointId, eventIds });
  });
}

interface Open {
  state: string;
  nextAt: number;
  leaseUntil: number | null;
}

function isDue({ state, nextAt, leaseUntil }: Open, now: number): boolean {
  return state === 'waiting' ? nextAt <= now : leaseUntil !== null && leaseUntil < now;
}

function firstNotDue(open: readonly Open[], now: number): number {
  const at = open.findIndex((one) => !isDue(one, now));
  return at < 0 ? open.length : at;
}

async function take(
  tx: Db,
  workspace: Workspace,
  taken: { endpointId: string; eventIds: readonly string[]; now: number; leaseMs: number },
): Promise<Claimed[]> {
  if (taken.eventIds.length === 0) return [];
  const ours = await tx
    .updateTable('hook_delivery')
    .set((eb) => ({
      state: 'claimed' as const,
      lease_until: taken.now + taken.leaseMs,
      fence: eb('fence', '+', 1),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('endpoint_id', '=', taken.endpointId)
    .where('event_id', 'in', taken.eventIds)
    .returning(['event_id as eventId', 'fence', 'attempts'])
    .execute();
  const events = await tx
    .selectFrom('hook_event')
    .select(['id', 'kind', 'at', 'data', 'named_data as namedData'])
    .where('workspace_id', '=', workspace.id)
    .where('id', 'in', taken.eventIds)
    .orderBy('id')
    .execute();
  const byId = new Map(ours.map(({ eventId, ...held }) => [eventId, held]));
  return events.map(({ id, ...event }) => ({
    ...{ endpointId: taken.endpointId, eventId: id },
    ...event,
    ...byId.get(id)!,
  }));
}
