import { createTable, type Step } from './kit.ts';

/** How fast mail goes through each mail server and to each domain: kept, so that a restart does not begin at full speed. */
export async function up(step: Step): Promise<void> {
  await createTable(step, 'mail_pace', [
    // Of the whole installation: mail servers know the sender, not its workspaces.
    "scope text not null check (scope in ('server', 'domain'))",
    'name text not null',
    'per_minute integer not null check (per_minute > 0)',
    'next_at BIG not null',
    'line_at BIG not null',
    'since BIG not null',
    'granted integer not null',
    'lowered_at BIG',
    'primary key (scope, name)',
  ]);
}
