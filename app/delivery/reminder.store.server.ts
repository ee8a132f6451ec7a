import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** The first reminder, or the second. */
export type Nth = 1 | 2;

const LOOKED = { 1: 'reminded_first', 2: 'reminded_second' } as const satisfies Record<Nth, string>;

export interface RemindingWave {
  workspaceId: string;
  waveId: string;
  reminders: number;
  afterDays: number;
  reminded_first: number;
  reminded_second: number;
}

/** Waves that are going and remind whoever keeps silent. */
export function listReminding(db: Db): Promise<RemindingWave[]> {
  return db
    .selectFrom('wave as w')
    .innerJoin('programme as pr', (on) =>
      on.onRef('pr.workspace_id', '=', 'w.workspace_id').onRef('pr.id', '=', 'w.programme_id'),
    )
    .select(['w.workspace_id as workspaceId', 'w.id as waveId', 'w.reminders'])
    .select(['w.remind_after_days as afterDays', 'w.reminded_first', 'w.reminded_second'])
    .where('w.state', '=', 'open')
    .where('w.reminders', '>', 0)
    .where('w.paused_at', 'is', null)
    .where('pr.state', '=', 'live')
    .execute();
}

export interface Stretch {
  waveId: string;
  nth: Nth;
  /** When the letter before was taken: after the one, up to the other. */
  from: number;
  to: number;
  /** The last letter looked at. */
  after: { takenAt: number; id: string } | null;
  limit: number;
}

/**
 * Whose letter before this reminder was taken in that time and who has said nothing since, the earliest first. It reads
 * each letter once: whoever was looked at before is not looked at again.
 */
export async function listSilent(
  db: Db,
  workspace: Workspace,
  { waveId, nth, from, to, after, limit }: Stretch,
) {
  const letters = db
    .selectFrom('outbound_message as before')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'before.workspace_id').onRef('i.id', '=', 'before.invitation_id'),
    )
    .leftJoin('response as r', (on) =>
      on.onRef('r.workspace_id', '=', 'i.workspace_id').onRef('r.invitation_id', '=', 'i.id'),
    )
    .leftJoin('answered_invitation as mark', (on) =>
      on.onRef('mark.workspace_id', '=', 'i.workspace_id').onRef('mark.invitation_id', '=', 'i.id'),
    )
    .select(['before.id', 'before.invitation_id as invitationId', 'before.settled_at as takenAt'])
    .select('i.revoked_at')
    .select(['r.id as responseId', 'mark.invitation_id as marked'])
    .where('before.workspace_id', '=', workspace.id)
    .where('before.wave_id', '=', waveId)
    .where('before.state', '=', 'accepted')
    .where('before.kind', '=', nth === 1 ? 'invitation' : 'reminder')
    .where('before.ordinal', '=', 1)
    .where('before.settled_at', '>', from)
    .where('before.settled_at', '<=', to)
    .orderBy('before.settled_at')
    .orderBy('before.id')
    .limit(limit);
  if (!after) return letters.execute();
  return letters
    .where((where) =>
      where.or([
        where('before.settled_at', '>', after.takenAt),
        where.and([where('before.settled_at', '=', after.takenAt), where('before.id', '>', after.id)]),
      ]),
    )
    .execute();
}

export async function markReminded(
  tx: Db,
  workspace: Workspace,
  { waveId, nth, to }: Pick<Stretch, 'waveId' | 'nth' | 'to'>,
): Promise<void> {
  await tx
    .updateTable('wave')
    .set({ [LOOKED[nth]]: to })
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', waveId)
    .execute();
}

/** The letter that a reminder reminds of: what it said and how the mail server knows it. */
export async function findReminded(db: Db, workspace: Workspace, invitationId: string) {
  return db
    .selectFrom('outbound_message')
    .select(['message_id as messageId', 'provider_id as providerId', 'subject', 'settled_at as takenAt'])
    .where('workspace_id', '=', workspace.id)
    .where('invitation_id', '=', invitationId)
    .where('kind', '=', 'invitation')
    .where('ordinal', '=', 1)
    .executeTakeFirst();
}
