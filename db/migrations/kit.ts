import { type Kysely, sql } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** What a migration is given: the transaction it runs in and the engine it runs on. */
export interface Step {
  // biome-ignore lint/suspicious/noExplicitAny: a migration must not know the live schema, which changes under it
  db: Kysely<any>;
  engine: Engine;
}

export interface Migration {
  name: string;
  up(step: Step): Promise<void>;
  /** It calls `rebuildTable`: on SQLite it runs with foreign keys off, and every key is checked before it commits. */
  rebuildsTables?: true;
}

/**
 * Creates a table from column and constraint lines that both engines read.
 * `BIG` is a 64-bit integer (times in ms), `BYTES` is binary; everything else is `text` or `integer`.
 * `unordered`: SQLite keeps no hidden row number, which would tell in which order rows came.
 */
export async function createTable(
  { db, engine }: Step,
  name: string,
  lines: readonly string[],
  { unordered = false }: { unordered?: boolean } = {},
): Promise<void> {
  const body = lines
    .join(',\n  ')
    .replaceAll('BIG', engine === 'sqlite' ? 'integer' : 'bigint')
    .replaceAll('BYTES', engine === 'sqlite' ? 'blob' : 'bytea');
  const kind = engine === 'sqlite' ? ` strict${unordered ? ', without rowid' : ''}` : '';
  await sql.raw(`create table ${name} (\n  ${body}\n)${kind}`).execute(db);
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

export interface Rebuilding {
  /** The columns whose values are carried over; by default every column that the old and the new table share. */
  copy?: readonly string[];
  /** What each old row gets in a column that is new, or changed: an SQL expression over the old row. */
  fill?: Readonly<Record<string, string>>;
  /** Indexes and triggers that go with the old table. */
  leave?: readonly string[];
  /** As `createTable` reads it, of the new table. */
  unordered?: boolean;
}

/**
 * Gives a table new column and constraint lines, as `createTable` reads them, where SQLite cannot alter it:
 * the procedure of https://sqlite.org/lang_altertable.html, section 7. Rows, indexes and triggers stay,
 * but for those to `leave`; what they need anew is created afterwards.
 * For SQLite only, in a migration that says `rebuildsTables: true`; throws otherwise, before it changes anything.
 */
export async function rebuildTable(
  step: Step,
  name: string,
  lines: readonly string[],
  { copy, fill = {}, leave = [], unordered = false }: Rebuilding = {},
): Promise<void> {
  await refuseToRebuild(step);
  const beside = `${name}_rebuilt`;
  const kept = (await builtOn(step, name)).filter((made) => !leave.includes(made.name));
  await createTable(step, beside, lines, { unordered });
  const filled = Object.keys(fill);
  const shared = copy ?? (await sharedColumns(step, name, beside));
  const same = shared.filter((column) => !filled.includes(column));
  const into = [...same, ...filled].join(', ');
  const from = [...same, ...Object.values(fill)].join(', ');
  await sql.raw(`insert into ${beside} (${into}) select ${from} from ${name}`).execute(step.db);
  // A view that reads the old table would forbid the new one its name.
  const views = await takeViewsAway(step);
  await sql.raw(`drop table ${name}`).execute(step.db);
  await sql.raw(`alter table ${beside} rename to ${name}`).execute(step.db);
  for (const made of [...kept, ...views]) await sql.raw(made.sql).execute(step.db);
}

async function takeViewsAway({ db }: Step): Promise<{ sql: string }[]> {
  const views = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema where type = 'view'
  `.execute(db);
  for (const { name } of views.rows) await sql.raw(`drop view ${name}`).execute(db);
  return views.rows;
}

/** With foreign keys on, dropping the old table would delete or refuse what refers to it. */
async function refuseToRebuild({ db, engine }: Step): Promise<void> {
  if (engine !== 'sqlite') throw new Error('rebuildTable is for SQLite; PostgreSQL alters the table.');
  const keys = await sql<{ on: number }>`select foreign_keys as "on" from pragma_foreign_keys()`.execute(db);
  if (keys.rows[0]?.on !== 0) throw new Error('A migration that rebuilds a table says rebuildsTables: true.');
}

/** The indexes and triggers of a table; those that a `unique` line makes come with the line. */
async function builtOn({ db }: Step, table: string): Promise<{ name: string; sql: string }[]> {
  const built = await sql<{ name: string; sql: string }>`
    select name, sql from sqlite_schema
    where tbl_name = ${table} and type in ('index', 'trigger') and sql is not null
  `.execute(db);
  return built.rows;
}

async function sharedColumns({ db }: Step, one: string, other: string): Promise<string[]> {
  const shared = await sql<{ name: string }>`
    select name from pragma_table_info(${one}) where name in (select name from pragma_table_info(${other})) order by cid
  `.execute(db);
  return shared.rows.map(({ name }) => name);
}

/** The first column of every table but a few directories: every key leads with it. */
export const inWorkspace = 'workspace_id text not null references workspace (id)';
