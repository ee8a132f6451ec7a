import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/** Who should be heard at every account: how many people of which persona. Without a row the seats of every new workspace hold. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'committee_seat', [
    inWorkspace,
    'persona_id text not null',
    'people integer not null check (people between 1 and 99)',
    'primary key (workspace_id, persona_id)',
    'foreign key (workspace_id, persona_id) references persona (workspace_id, id)',
  ]);
  await createIndex(
    step,
    'account_by_renewal',
    'account (workspace_id, renewal_on, id) where renewal_on is not null',
  );
}
