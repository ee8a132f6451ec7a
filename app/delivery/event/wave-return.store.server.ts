import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Counts one more message of a wave that came back for good or was turned away, or was marked as spam. */
export async function countReturn(
  tx: Db,
  workspace: Workspace,
  { waveId, kind }: { waveId: string; kind: 'hard_bounce' | 'complaint' },
): Promise<void> {
  const [bounces, complaints] = kind === 'hard_bounce' ? [1, 0] : [0, 1];
  await tx
    .insertInto('wave_return')
    .values({
      workspace_id: workspace.id,
      wave_id: waveId,
      hard_bounces: bounces,
      complaints,
      looked_bounces: 0,
      looked_complaints: 0,
      stopped_bounces: 0,
      stopped_complaints: 0,
      stopped_at: null,
      stopped_why: null,
    })
    .onConflict((on) =>
      on.columns(['workspace_id', 'wave_id']).doUpdateSet((eb) => ({
        hard_bounces: eb('wave_return.hard_bounces', '+', bounces),
        complaints: eb('wave_return.complaints', '+', complaints),
      })),
    )
    .execute();
}

/** Waves where more came back since somebody looked at the limits. */
export async function listToLookAt(db: Db): Promise<{ workspaceId: string; waveId: string }[]> {
  return db
    .selectFrom('wave_return')
    .select(['workspace_id as workspaceId', 'wave_id as waveId'])
    .where((eb) =>
      eb.or([
        eb('hard_bounces', '<>', eb.ref('looked_bounces')),
        eb('complaints', '<>', eb.ref('looked_complaints')),
      ]),
    )
    .limit(100)
    .execute();
}

/** What came back in a wave, marked as looked at; held until the transaction ends. */
export async function lookAtReturns(tx: Db, workspace: Workspace, waveId: string) {
  return tx
    .updateTable('wave_return')
    .set((eb) => ({ looked_bounces: eb.ref('hard_bounces'), looked_complaints: eb.ref('complaints') }))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .returning(['hard_bounces as hardBounces', 'complaints'])
    .returning(['stopped_bounces as stoppedBounces', 'stopped_complaints as stoppedComplaints'])
    .executeTakeFirst();
}

/** Messages of a wave that a mail server took; counting ends at `most`. */
export async function countAccepted(
  db: Db,
  workspace: Workspace,
  { waveId, most }: { waveId: string; most: number },
): Promise<number> {
  const accepted = db
    .selectFrom('invitation as i')
    .innerJoin('outbound_message as m', (on) =>
      on.onRef('m.workspace_id', '=', 'i.workspace_id').onRef('m.invitation_id', '=', 'i.id'),
    )
    .select('m.id')
    .where('i.workspace_id', '=', workspace.id)
    .where('i.wave_id', '=', waveId)
    .where('m.state', '=', 'accepted')
    .limit(most);
  const row = await db
    .selectFrom(accepted.as('taken'))
    .select(({ fn }) => fn.countAll<number>().as('messages'))
    .executeTakeFirstOrThrow();
  return Number(row.messages);
}

/** Writes down at which counts a wave was stopped. */
export async function markStopped(
  tx: Db,
  workspace: Workspace,
  { waveId, why, at }: { waveId: string; why: string; at: number },
): Promise<void> {
  await tx
    .updateTable('wave_return')
    .set((eb) => ({
      stopped_at: at,
      stopped_why: why,
      stopped_bounces: eb.ref('hard_bounces'),
      stopped_complaints: eb.ref('complaints'),
    }))
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .execute();
}

/** What came back in a wave so far. */
export async function findReturns(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('wave_return')
    .select(['hard_bounces as hardBounces', 'complaints', 'stopped_why as stoppedWhy'])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .executeTakeFirst();
}
