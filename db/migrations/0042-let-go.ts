import { sql } from 'kysely';
import type { Step } from './kit.ts';

/** Attempts at an export that ended because the process was asked to stop: they are no sign that it can't be made. */
export async function up({ db }: Step): Promise<void> {
  await sql`alter table export_job add column let_go integer not null default 0`.execute(db);
}
