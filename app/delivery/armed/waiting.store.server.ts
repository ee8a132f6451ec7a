import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { WAITING, type WaitingMessage, type WaitingWave } from './waiting.ts';

/** What would go out, by wave, the oldest first. */
export async function listWaitingWaves(db: Db, workspace: Workspace): Promise<WaitingWave[]> {
  const rows = await ofWaves(db, workspace)
    .select(({ fn }) => [
      'wave.id as waveId',
      'wave.name as waveName',
      'wave.state as waveState',
      'wave.paused_at as pausedAt',
      'programme.name as programmeName',
      fn.countAll<number>().filterWhere('message.state', '!=', 'in_doubt').as('waiting'),
      fn.countAll<number>().filterWhere('message.state', '=', 'in_doubt').as('inDoubt'),
      fn.min<number>('message.created_at').as('oldest'),
      fn.max<number>('message.created_at').as('latest'),
    ])
    .groupBy(['wave.id', 'wave.name', 'wave.state', 'wave.paused_at', 'programme.name'])
    .orderBy('oldest')
    .orderBy('wave.id')
    .execute();
  return rows.map(({ waveState, pausedAt, ...row }) => ({
    ...row,
    isClosed: waveState === 'closed',
    isPaused: pausedAt !== null,
  }));
}

/** Some of them, the longest waiting first. */
export async function sampleWaiting(db: Db, workspace: Workspace, limit: number): Promise<WaitingMessage[]> {
  return ofWaves(db, workspace)
    .innerJoin('person', (on) =>
      on
        .onRef('person.workspace_id', '=', 'invitation.workspace_id')
        .onRef('person.id', '=', 'invitation.person_id'),
    )
    .innerJoin('account', (on) =>
      on
        .onRef('account.workspace_id', '=', 'invitation.workspace_id')
        .onRef('account.id', '=', 'invitation.account_id'),
    )
    .select([
      'message.id',
      'message.to_address as address',
      'message.created_at as queuedAt',
      'person.name as personName',
      'account.name as accountName',
      'wave.name as waveName',
    ])
    .orderBy('message.created_at')
    .orderBy('person.name_key')
    .orderBy('message.id')
    .limit(limit)
    .execute();
}

function ofWaves(db: Db, workspace: Workspace) {
  return db
    .selectFrom('outbound_message as message')
    .innerJoin('invitation', (on) =>
      on
        .onRef('invitation.workspace_id', '=', 'message.workspace_id')
        .onRef('invitation.id', '=', 'message.invitation_id'),
    )
    .innerJoin('wave', (on) =>
      on
        .onRef('wave.workspace_id', '=', 'invitation.workspace_id')
        .onRef('wave.id', '=', 'invitation.wave_id'),
    )
    .innerJoin('programme', (on) =>
      on
        .onRef('programme.workspace_id', '=', 'wave.workspace_id')
        .onRef('programme.id', '=', 'wave.programme_id'),
    )
    .where('message.workspace_id', '=', workspace.id)
    .where((eb) =>
      eb.or([
        eb('message.state', 'in', WAITING),
        // What is in doubt goes out once more, where its programme wants it so.
        eb.and([
          eb('message.state', '=', 'in_doubt'),
          eb('message.resent', '=', 0),
          eb('programme.in_doubt', '=', 'resend_once'),
        ]),
      ]),
    );
}
