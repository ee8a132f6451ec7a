import type { Db } from '#app/platform/db.server.ts';
import { TELLING, WAITING_STATES } from './written-states.store.server.ts';

/** A wave that has something due: to ask with, in a wave that may be sent from now; or to tell with, also when it is over. */
export interface Turn {
  does: 'asks' | 'tells';
  workspaceId: string;
  waveId: string;
  programmeId: string;
  inHours: boolean;
  /** As many reminders as it wants now. */
  reminders: number;
  sendAt: number | null;
  startedAt: number | null;
}

/** Who was served before. */
export interface Served {
  does: Turn['does'];
  workspaceId: string;
  waves: Map<string, string>;
}

/**
 * Whose turn it is: asking and telling in turns, within each workspaces one after the other, and within one its waves, so
 * that a large wave holds up no small one. Null when nothing is due anywhere.
 */
export async function findTurn(db: Db, now: number, last: Served): Promise<Turn | null> {
  const other = last.does === 'asks' ? 'tells' : 'asks';
  return (await findTurnOf(db, now, other, last)) ?? findTurnOf(db, now, last.does, last);
}

async function findTurnOf(db: Db, now: number, does: Turn['does'], last: Served): Promise<Turn | null> {
  const due = () => (does === 'asks' ? asking(db, now) : telling(db, now));
  const after = await due().where('w.workspace_id', '>', last.workspaceId).executeTakeFirst();
  const first = after ?? (await due().executeTakeFirst());
  if (!first) return null;
  const lastWave = last.waves.get(first.workspaceId) ?? '';
  const next = await due()
    .where('w.workspace_id', '=', first.workspaceId)
    .where('w.id', '>', lastWave)
    .executeTakeFirst();
  const { in_hours, ...turn } = next ?? first;
  return { ...turn, does, inHours: in_hours === 1 };
}

/** Waves that are open, not held up, of a living programme, with a message due; the first of them. */
function asking(db: Db, now: number) {
  return waves(db)
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
          .where('m.next_at', '<=', now)
          .where('m.kind', '<>', TELLING),
      ),
    );
}

/**
 * Waves with a letter due on what came of them, unless their mail comes back. There are few waves, and one look at the index
 * of letters that wait answers for each, however many wait.
 */
function telling(db: Db, now: number) {
  return waves(db)
    .where((where) =>
      where.or([
        where('w.paused_why', 'is', null),
        where('w.paused_why', 'not in', ['bounces', 'complaints', 'refused']),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('outbound_message as m')
          .select('m.id')
          .whereRef('m.workspace_id', '=', 'w.workspace_id')
          .whereRef('m.wave_id', '=', 'w.id')
          .where('m.state', 'in', WAITING_STATES)
          .where('m.kind', '=', TELLING)
          .where('m.next_at', '<=', now),
      ),
    );
}

function waves(db: Db) {
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
    .orderBy('w.workspace_id')
    .orderBy('w.id')
    .limit(1);
}
