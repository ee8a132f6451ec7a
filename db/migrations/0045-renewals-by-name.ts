import { createIndex, type Step } from './kit.ts';

/** Silent seats are told in the order of renewals, and by name within a day: the first few are found without sorting all. */
export async function up(step: Step): Promise<void> {
  await createIndex(
    step,
    'account_by_renewal_and_name',
    'account (workspace_id, renewal_on, name_key, id) where renewal_on is not null',
  );
}
