import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { ToldOutcome } from './came-back/mail-outcome.ts';
import type { MessageState } from './message-state.ts';

interface OfWave {
  waveId: string;
}

/** First mails of a wave by persona, state and what was said of them. */
export async function countWaveMail(
  db: Db,
  workspace: Workspace,
  { waveId }: OfWave,
): Promise<{ personaId: string; state: MessageState; outcome: ToldOutcome | null; messages: number }[]> {
  const rows = await ofWave(db, workspace, waveId)
    .select(({ fn }) => [
      'invitation.persona_id as personaId',
      'message.state',
      'message.outcome',
      fn.countAll<number>().as('messages'),
    ])
    .groupBy(['invitation.persona_id', 'message.state', 'message.outcome'])
    .execute();
  return rows.map((row) => ({ ...row, messages: Number(row.messages) }));
}

/** Whom the first mail of a wave went to and what became of it, by name. */
export async function listWaveMail(
  db: Db,
  workspace: Workspace,
  {
    waveId,
    states,
    limit,
    offset,
  }: OfWave & { states: readonly MessageState[]; limit: number; offset: number },
) {
  return ofWave(db, workspace, waveId)
    .innerJoin('person', (join) =>
      join
        .onRef('person.workspace_id', '=', 'invitation.workspace_id')
        .onRef('person.id', '=', 'invitation.person_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'invitation.workspace_id')
        .onRef('account.id', '=', 'invitation.account_id'),
    )
    .select([
      'message.id',
      'person.name as personName',
      'account.name as accountName',
      'invitation.persona_id as personaId',
      'message.state',
      'message.reason',
      'message.settled_at as settledAt',
      'message.next_at as nextAt',
    ])
    .where('message.state', 'in', states)
    .orderBy('account.name_key')
    .orderBy('person.name_key')
    .orderBy('message.id')
    .limit(limit)
    .offset(offset)
    .execute();
}

function ofWave(db: Db, workspace: Workspace, waveId: string) {
  return db
    .selectFrom('invitation')
    .innerJoin('outbound_message as message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'invitation.workspace_id')
        .onRef('message.invitation_id', '=', 'invitation.id')
        .on('message.kind', '=', 'invitation')
        .on('message.ordinal', '=', 1),
    )
    .where('invitation.workspace_id', '=', workspace.id)
    .where('invitation.wave_id', '=', waveId);
}
