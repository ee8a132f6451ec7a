import { type Kysely, sql } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** What a migration is given: the transaction it runs in and the engine it runs on. */
export interface Step {
  // biome-ignore lint/suspicious/noExplicitAny: a migration must not know the live schema, which changes under it
  db: Kysely<any>;
  engine: Engine;
}

/**
 * Creates a table from column and constraint lines that both engines read.
 * `BIG` is a 64-bit integer (times in ms), `BYTES` is binary; everything else is `text` or `integer`.
 */
export async function createTable(
  { db, engine }: Step,
  name: string,
  lines: readonly string[],
): Promise<void> {
  const body = lines
    .join(',\n  ')
    .replaceAll('BIG', engine === 'sqlite' ? 'integer' : 'bigint')
    .replaceAll('BYTES', engine === 'sqlite' ? 'blob' : 'bytea');
  await sql.raw(`create table ${name} (\n  ${body}\n)${engine === 'sqlite' ? ' strict' : ''}`).execute(db);
}

export async function createIndex({ db }: Step, name: string, on: string, unique = false): Promise<void> {
  await sql.raw(`create ${unique ? 'unique ' : ''}index ${name} on ${on}`).execute(db);
}

/**
 * Refuses every UPDATE of `table`, or only those that name one of `columns`.
 * A trigger, because the promise must hold for whoever writes, also by hand.
 */
export async function freeze(
  { db, engine }: Step,
  table: string,
  columns?: readonly string[],
): Promise<void> {
  const what = columns ? `of ${columns.join(', ')} ` : '';
  const said = `FROZEN: ${table} ${columns ? `(${columns.join(', ')}) ` : ''}never changes; a correction is a new row`;
  if (engine === 'sqlite') {
    const body = `begin select raise(abort, '${said}'); end`;
    await sql.raw(`create trigger ${table}_frozen before update ${what}on ${table} ${body}`).execute(db);
    return;
  }
  const body = `begin raise exception '${said}' using errcode = 'integrity_constraint_violation'; end`;
  await sql
    .raw(`create function ${table}_frozen() returns trigger language plpgsql as $$ ${body} $$`)
    .execute(db);
  await sql
    .raw(
      `create trigger ${table}_frozen before update ${what}on ${table} for each row execute function ${table}_frozen()`,
    )
    .execute(db);
}

/** The first column of every table but a few directories: every key leads with it. */
export const inWorkspace = 'workspace_id text not null references workspace (id)';
