import { createIndex, type Step } from './kit.ts';

/**
 * Which accounts were heard in a wave is asked of the responses, whose index holds it with a column more. The tally loses its
 * second index: only that list read it, and every answer that is counted paid for it.
 */
export async function up(step: Step): Promise<void> {
  await step.db.schema.dropIndex('tally_by_account').execute();
  await step.db.schema.dropIndex('response_by_account').execute();
  await createIndex(step, 'response_by_account', 'response (workspace_id, account_id, wave_id)');
}
