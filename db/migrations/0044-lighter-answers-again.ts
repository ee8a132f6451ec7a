import { sql } from 'kysely';
import { createIndex, type Step } from './kit.ts';

/**
 * Answers to an invitation are found by account through the roles asked there, also where it is asked which accounts were
 * heard in a wave: of people who answer at many accounts, an index by account touches a page of its own for nearly every
 * answer, and made the commit twice as long. It stays for answers that nobody was invited to give, named by where they came
 * from: of those without an invitation SQLite would look through all, by the key that leads from an invitation.
 */
export async function up(step: Step): Promise<void> {
  await sql`drop index response_by_account`.execute(step.db);
  await createIndex(
    step,
    'response_by_account',
    "response (workspace_id, account_id, wave_id) where source <> 'invited'",
  );
}
