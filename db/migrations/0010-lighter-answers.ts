import { sql } from 'kysely';
import { createIndex, type Step } from './kit.ts';

/**
 * Answers to an invitation are found by account through the roles asked there: an index by account touched a page of its
 * own for nearly every answer. It stays for answers that nobody was invited to give.
 */
export async function up(step: Step): Promise<void> {
  await sql`drop index response_by_account`.execute(step.db);
  await createIndex(
    step,
    'response_by_account',
    'response (workspace_id, account_id) where invitation_id is null',
  );
}
