import { sql } from 'kysely';
import { createIndex, type Step } from './kit.ts';

/** What a programme wants done with mails that nobody knows to have arrived, and what was done. */
export async function up(step: Step): Promise<void> {
  const { db } = step;
  await sql`
    alter table programme add column in_doubt text not null default 'resend_once' check (in_doubt in ('resend_once', 'hold'))
  `.execute(db);
  await sql
    .raw(
      `alter table outbound_message add column doubted_at ${step.engine === 'sqlite' ? 'integer' : 'bigint'}`,
    )
    .execute(db);
  // At most once: it is not a counter that something could run away with.
  await sql`alter table outbound_message add column resent integer not null default 0 check (resent in (0, 1))`.execute(
    db,
  );
  await sql`update outbound_message set doubted_at = next_at where state = 'in_doubt'`.execute(db);
  await createIndex(
    step,
    'message_doubted',
    "outbound_message (doubted_at) where state = 'in_doubt' and resent = 0",
  );
}
