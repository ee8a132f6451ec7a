import { sql } from 'kysely';
import { createIndex, type Step } from './kit.ts';

/**
 * Who is silent is counted without a look at everybody who was asked: of those who are not, each lane has a few. Of a wave that
 * is over, those whom no letter reached are counted once.
 */
export async function up(step: Step): Promise<void> {
  await addUnreached(step);
  await createIndex(
    step,
    'invitation_taken_back',
    'invitation (workspace_id, wave_id, persona_id, id) where revoked_at is not null',
  );
  await createIndex(
    step,
    'message_never_arrived',
    "outbound_message (workspace_id, wave_id, invitation_id) where kind = 'invitation' and state in ('failed', 'suppressed')",
  );
}

export async function addUnreached({ db }: Step): Promise<void> {
  await sql`alter table lane_asked add column unreached integer check (unreached >= 0)`.execute(db);
}
