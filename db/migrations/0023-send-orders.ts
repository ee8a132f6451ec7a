import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/**
 * A send to very many is decided in one commit and made ready in many: whom it is still to ask lies in parts, each of which
 * becomes invitations in the transaction that takes it away.
 */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'send_order', [
    inWorkspace,
    'id text not null',
    'wave_id text not null',
    'actor text not null',
    "stale text check (stale in ('leave_out', 'ask_first'))",
    'roles integer not null check (roles > 0)',
    // What is not in the parts any more adds up to `roles` with what is.
    'invited integer not null',
    'left_out integer not null',
    'created_at BIG not null',
    'ended_at BIG',
    'primary key (workspace_id, id)',
    'foreign key (workspace_id, wave_id) references wave (workspace_id, id)',
  ]);
  await createIndex(step, 'order_open', 'send_order (workspace_id, wave_id) where ended_at is null');
  await createTable(step, 'send_order_part', [
    inWorkspace,
    'order_id text not null',
    'part integer not null',
    // A JSON array of role assignments.
    'role_ids text not null',
    'primary key (workspace_id, order_id, part)',
    'foreign key (workspace_id, order_id) references send_order (workspace_id, id)',
  ]);
}
