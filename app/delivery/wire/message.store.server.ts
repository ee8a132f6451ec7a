import type { Db } from '#app/platform/db.server.ts';
import type { PageAsked } from '#app/platform/wire/page.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import type { MessageState } from '../message-state.ts';
import type { MessageRow } from './message-row.ts';

/** First mails of a wave in the order in which they were queued, one more than a page holds. */
export async function listMessages(
  db: Db,
  workspace: Workspace,
  { waveId, states, after = '', limit }: PageAsked & { waveId: string; states: readonly MessageState[] },
): Promise<MessageRow[]> {
  return db
    .selectFrom('outbound_message as m')
    .innerJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'm.workspace_id').onRef('i.id', '=', 'm.invitation_id'),
    )
    .select([
      'm.id',
      'i.person_id as personId',
      'i.account_id as accountId',
      'i.persona_id as personaId',
      'm.state',
      'm.reason',
      'm.created_at as createdAt',
      'm.settled_at as settledAt',
      'm.doubted_at as doubtedAt',
      'm.resent',
    ])
    .where('m.workspace_id', '=', workspace.id)
    .where('m.wave_id', '=', waveId)
    .where('m.kind', '=', 'invitation')
    .where('m.ordinal', '=', 1)
    .where('m.state', 'in', states)
    .where('m.id', '>', after)
    .orderBy('m.id')
    .limit(limit + 1)
    .execute();
}
