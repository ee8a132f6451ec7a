import { sql } from 'kysely';
import { createTable, inWorkspace, type Step } from './kit.ts';

/**
 * How many answers come through a shared link: what its limits are measured by, and where one of them bit. And what
 * people say their name is in the form that search looks through: SQLite by itself knows the case of plain letters only.
 */
export async function up(step: Step): Promise<void> {
  await createLimits(step);
  await fillSaidKeys(step);
}

async function createLimits(step: Step): Promise<void> {
  // A row number would tell which network came when, and so which answers are its own.
  await createTable(
    step,
    'shared_link_flow',
    [
      inWorkspace,
      'shared_link_id text not null',
      'flow text not null',
      'empty_at BIG not null',
      'primary key (workspace_id, shared_link_id, flow)',
      'foreign key (workspace_id, shared_link_id) references shared_link (workspace_id, id)',
    ],
    { unordered: true },
  );
  await createTable(step, 'shared_link_over', [
    inWorkspace,
    'shared_link_id text not null',
    "what text not null check (what in ('network', 'counted', 'kept'))",
    'answers integer not null',
    'first_at BIG not null',
    'last_at BIG not null',
    'primary key (workspace_id, shared_link_id, what)',
    'foreign key (workspace_id, shared_link_id) references shared_link (workspace_id, id)',
  ]);
}

async function fillSaidKeys({ db }: Step): Promise<void> {
  await sql`alter table held_response add column said_key text`.execute(db);
  const said = await db
    .selectFrom('held_response')
    .select(['workspace_id', 'id', 'said_name', 'said_email'])
    .where((eb) => eb.or([eb('said_name', 'is not', null), eb('said_email', 'is not', null)]))
    .execute();
  for (const { workspace_id, id, said_name, said_email } of said)
    await db
      .updateTable('held_response')
      .set({ said_key: keyOf(`${said_name ?? ''} ${said_email ?? ''}`) })
      .where('workspace_id', '=', workspace_id)
      .where('id', '=', id)
      .execute();
}

/** As names are compared at the time of writing. */
function keyOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
