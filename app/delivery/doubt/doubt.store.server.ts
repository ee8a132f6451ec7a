import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** What the programme of a wave wants done with mails in doubt, and how its wave stands; undefined for no such wave. */
export async function findDoubting(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('wave as w')
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .select(['pr.in_doubt as rule', 'w.state as waveState', 'w.paused_at as pausedAt'])
    .where('w.workspace_id', '=', workspace.id)
    .where('w.id', '=', waveId)
    .where('w.kind', '=', 'asked')
    .executeTakeFirst();
}

/** Mails of a wave that asked and are in doubt, reminders too, by whether they went out a second time. */
export async function countDoubts(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<{ resent: number; messages: number }[]> {
  const rows = await db
    .selectFrom('outbound_message')
    .select(({ fn }) => ['resent', fn.countAll<number>().as('messages')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'in_doubt')
    .where('kind', '<>', 'told_back')
    .groupBy('resent')
    .execute();
  return rows.map(({ resent, messages }) => ({ resent, messages: Number(messages) }));
}

/** Those mails with whom they went to, the longest in doubt first. */
export function listDoubts(
  db: Db,
  workspace: Workspace,
  { waveId, limit }: { waveId: string; limit: number },
) {
  return (
    db
      .selectFrom('outbound_message as m')
      .innerJoin('invitation as i', (on) =>
        on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
      )
      .innerJoin('person as p', (on) =>
        on.onRef('p.workspace_id', '=', 'i.workspace_id').onRef('p.id', '=', 'i.person_id'),
      )
      .innerJoin('account as a', (on) =>
        on.onRef('a.workspace_id', '=', 'i.workspace_id').onRef('a.id', '=', 'i.account_id'),
      )
      .select(['m.id', 'm.kind', 'm.resent', 'm.reason', 'm.doubted_at as doubtedAt', 'm.next_at as nextAt'])
      .select(['i.persona_id as personaId', 'i.person_id as personId'])
      .select(['p.name as personName', 'a.name as accountName'])
      .where('m.workspace_id', '=', workspace.id)
      .where('m.wave_id', '=', waveId)
      .where('m.state', '=', 'in_doubt')
      // Whom a letter on what came of answers went to is who answered.
      .where('m.kind', '<>', 'told_back')
      .orderBy('m.doubted_at')
      .orderBy('m.id')
      .limit(limit)
      .execute()
  );
}

interface Which {
  waveId: string;
  /** One mail, or all that are asked for. */
  messageId: string | null;
}

/** Puts back in the queue what went out once and is in doubt; what went out twice never moves. The number put back. */
export async function queueAgain(
  tx: Db,
  workspace: Workspace,
  { waveId, messageId, at }: Which & { at: number },
): Promise<number> {
  const doubted = tx
    .updateTable('outbound_message')
    .set({ state: 'queued', resent: 1, next_at: at })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'in_doubt')
    .where('resent', '=', 0);
  const moved = messageId === null ? doubted : doubted.where('id', '=', messageId);
  return Number((await moved.executeTakeFirst()).numUpdatedRows);
}

/** Takes what is in doubt for arrived; `onlyTwice` leaves alone what goes out again by itself. The number taken so. */
export async function takeAsArrived(
  tx: Db,
  workspace: Workspace,
  { waveId, messageId, onlyTwice, at }: Which & { onlyTwice: boolean; at: number },
): Promise<number> {
  const doubted = tx
    .updateTable('outbound_message')
    .set({
      ...{ state: 'accepted', bytes: null, lease_until: null, settled_at: at },
      reason: 'A member takes it as arrived.',
    })
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('state', '=', 'in_doubt');
  const which = messageId === null ? doubted : doubted.where('id', '=', messageId);
  const moved = onlyTwice ? which.where('resent', '=', 1) : which;
  return Number((await moved.executeTakeFirst()).numUpdatedRows);
}
