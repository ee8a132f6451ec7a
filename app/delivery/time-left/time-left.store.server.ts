import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { WAITING_STATES } from '../written-states.store.server.ts';
import type { Pace } from './time-left.ts';

/** Mails of a wave that a mail server took since then; null where none was. */
export async function findPace(
  db: Db,
  workspace: Workspace,
  { waveId, since }: { waveId: string; since: number },
): Promise<Pace | null> {
  const { accepted, first, last } = await db
    .selectFrom('outbound_message')
    .select(({ fn }) => [
      fn.countAll<number>().as('accepted'),
      fn.min('settled_at').as('first'),
      fn.max('settled_at').as('last'),
    ])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'accepted')
    .where('settled_at', '>', since)
    .executeTakeFirstOrThrow();
  if (first === null || last === null) return null;
  return { accepted: Number(accepted), first: Number(first), last: Number(last) };
}

/** Whether something of a wave waits for a good hour, or for a week with room, and not only for its turn. */
export async function isAnyPutOff(
  db: Db,
  workspace: Workspace,
  { waveId, beyond }: { waveId: string; beyond: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('outbound_message')
    .select('id')
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    // In the words of the index of what waits, so that it is read, and then without what a mail server put off.
    .where('state', 'in', WAITING_STATES)
    .where('state', '=', 'queued')
    .where('next_at', '>', beyond)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
