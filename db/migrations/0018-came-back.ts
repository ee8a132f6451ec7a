import { createIndex, type Step } from './kit.ts';

/** Few mails come back or stay in doubt: a send's page finds them without going through all that it sent. */
export async function up(step: Step): Promise<void> {
  await createIndex(
    step,
    'message_came_back',
    "outbound_message (workspace_id, wave_id) where outcome in ('soft_bounce', 'hard_bounce', 'complaint')",
  );
  await createIndex(
    step,
    'message_in_doubt',
    "outbound_message (workspace_id, wave_id) where state = 'in_doubt'",
  );
}
