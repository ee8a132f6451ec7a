import { createIndex, createTable, inWorkspace, type Step } from './kit.ts';

/** What a workspace itself wants to know about its people and accounts, by names of its own. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'attribute', [
    inWorkspace,
    'id text not null',
    "about text not null check (about in ('person', 'account'))",
    "name text not null check (name <> '')",
    'name_key text not null',
    'created_at BIG not null',
    'primary key (workspace_id, id)',
    'unique (workspace_id, about, name_key)',
  ]);
  await createValues(step, 'person');
  await createValues(step, 'account');
}

async function createValues(step: Step, about: 'person' | 'account'): Promise<void> {
  const table = `${about}_attribute`;
  await createTable(step, table, [
    inWorkspace,
    'holder_id text not null',
    'attribute_id text not null',
    "value text not null check (value <> '')",
    'value_key text not null',
    'primary key (workspace_id, holder_id, attribute_id)',
    `foreign key (workspace_id, holder_id) references ${about} (workspace_id, id)`,
    'foreign key (workspace_id, attribute_id) references attribute (workspace_id, id)',
  ]);
  // Who has one of these values, and how many have each, without a look at the table.
  const columns = 'workspace_id, attribute_id, value_key, holder_id';
  await createIndex(step, `${table}_by_value`, `${table} (${columns})`);
}
