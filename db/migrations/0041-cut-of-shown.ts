import { sql } from 'kysely';
import type { Step } from './kit.ts';

/**
 * How many answers a breakdown in confidence was decided over. Answers that are shown later stand in no group of it: the same
 * cut before and after them could be subtracted. Null for what was decided before this was kept.
 */
export async function up({ db }: Step): Promise<void> {
  await sql`alter table lane_cut add column people integer check (people >= 0)`.execute(db);
}
