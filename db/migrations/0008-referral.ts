import { createTable, inWorkspace, type Step } from './kit.ts';

/** That an invitation was passed on to a colleague: once, whether or not the colleague may be written to. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'referral', [
    inWorkspace,
    'invitation_id text not null',
    // Null where nobody was asked; the address is kept nowhere then.
    'to_invitation_id text',
    'at BIG not null',
    'primary key (workspace_id, invitation_id)',
    'foreign key (workspace_id, invitation_id) references invitation (workspace_id, id)',
    'foreign key (workspace_id, to_invitation_id) references invitation (workspace_id, id)',
  ]);
}
