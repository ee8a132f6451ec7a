import type { Db } from '#app/platform/db.server.ts';
import { WAITING_STATES } from './written-states.store.server.ts';

/** A wave that may be sent from now, and has something due. */
export interface Turn {
  workspaceId: string;
  waveId: string;
  programmeId: string;
  inHours: boolean;
  /** As many reminders as it wants now. */
  reminders: number;
  sendAt: number | null;
  startedAt: number | null;
}

/**
 * Whose turn it is: workspaces one after the other, and within one its waves one after the other, so that a
 * large wave holds up no small one. `last` is who was served before; null when nothing is due anywhere.
 */
export async function findTurn(
  db: Db,
  now: number,
  last: { workspaceId: string; waves: ReadonlyMap<string, string> },
): Promise<Turn | null> {
  const after = await sendable(db, now).where('w.workspace_id', '>', last.workspaceId).executeTakeFirst();
  const first = after ?? (await sendable(db, now).executeTakeFirst());
  if (!first) return null;
  const lastWave = last.waves.get(first.workspaceId) ?? '';
  const next = await sendable(db, now)
    .where('w.workspace_id', '=', first.workspaceId)
    .where('w.id', '>', lastWave)
    .executeTakeFirst();
  const { in_hours, ...turn } = next ?? first;
  return { ...turn, inHours: in_hours === 1 };
}

/** Waves that are open, not held up, of a living programme, with a message due; the first of them. */
function sendable(db: Db, now: number) {
  return db
    .selectFrom('wave as w')
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .select([
      'w.workspace_id as workspaceId',
      'w.id as waveId',
      'w.programme_id as programmeId',
      'w.in_hours',
    ])
    .select(['w.send_at as sendAt', 'w.started_at as startedAt', 'w.reminders'])
    .where('w.state', '=', 'open')
    .where('w.paused_at', 'is', null)
    .where('pr.state', '=', 'live')
    .where((where) => where.or([where('w.send_at', 'is', null), where('w.send_at', '<=', now)]))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbound_message as m')
          .select('m.id')
          .whereRef('m.workspace_id', '=', 'w.workspace_id')
          .whereRef('m.wave_id', '=', 'w.id')
          .where('m.state', 'in', WAITING_STATES)
          .where('m.next_at', '<=', now),
      ),
    )
    .orderBy('w.workspace_id')
    .orderBy('w.id')
    .limit(1);
}
