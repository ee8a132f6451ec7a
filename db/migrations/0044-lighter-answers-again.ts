import { sql } from 'kysely';
import { createIndex, type Step } from './kit.ts';

/**
 * Answers to an invitation are found by account through the roles asked there, also where it is asked which accounts were
 * heard in a wave: of people who answer at many accounts, an index by account touches a page of its own for nearly every
 * answer, and made the commit twice as long. It stays for answers that nobody was invited to give.
 */
export async function up(step: Step): Promise<void> {
  await sql`drop index response_by_account`.execute(step.db);
  await createIndex(
    step,
    'response_by_account',
    'response (workspace_id, account_id, wave_id) where invitation_id is null',
  );
}
