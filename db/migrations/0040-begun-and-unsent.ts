import { sql } from 'kysely';
import type { Step } from './kit.ts';

/** What was begun goes when it can be sent no more; how many began and never sent is still to be told after that. */
export async function up({ db }: Step): Promise<void> {
  await sql`alter table lane_asked add column unsent integer not null default 0 check (unsent >= 0)`.execute(
    db,
  );
}
