import pg from 'pg';

/**
 * Databases of PostgreSQL that were migrated and are empty but for what migrations leave in them. A test is lent one and it is
 * cleared when it comes back: copying a thousand relations for each test took longer than most tests.
 */

export type Ask = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/** What is written down in the database of the server that the other databases are made from, for every worker to see. */
const RESTING = `create table if not exists resting_database
  (name text primary key, template text not null, schema text not null, left_by_migrations text not null)`;

export interface Lent {
  name: string;
  /** As the schema and its rows were when nobody had used it. */
  schema: string;
  leftByMigrations: string;
}

export async function makeRestingPlace(ask: Ask): Promise<void> {
  await ask(RESTING);
}

/** One that another test gave back; undefined where all are in use. */
export async function takeResting(ask: Ask, template: string): Promise<Lent | undefined> {
  const [row] = await ask(
    `delete from resting_database where name =
      (select name from resting_database where template = $1 limit 1 for update skip locked)
      returning name, schema, left_by_migrations as "leftByMigrations"`,
    [template],
  );
  return row as Lent | undefined;
}

export async function letRest(ask: Ask, template: string, lent: Lent): Promise<void> {
  const { name, schema, leftByMigrations } = lent;
  await ask('insert into resting_database values ($1, $2, $3, $4)', [
    name,
    template,
    schema,
    leftByMigrations,
  ]);
}

/** Looks at a copy that nobody has used yet. */
export async function lookAtNew(url: string, name: string): Promise<Lent> {
  return inDatabase(url, async (ask) => ({
    name,
    schema: await schemaOf(ask),
    leftByMigrations: JSON.stringify(await rowsOf(ask)),
  }));
}

/** Empties it again; false where a test has changed more than rows, so that it must not be lent anew. */
export async function clear(url: string, { schema, leftByMigrations }: Lent): Promise<boolean> {
  return inDatabase(url, async (ask) => {
    await endOthers(ask);
    if ((await schemaOf(ask)) !== schema) return false;
    // Neither keys nor the triggers that keep rows as they are hold up who takes out everything.
    await ask("set session_replication_role = 'replica'");
    await ask(EMPTY_ALL);
    for (const [table, rows] of Object.entries(JSON.parse(leftByMigrations) as Rows))
      await ask(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows),
      ]);
    return true;
  });
}

/** Processes that were killed leave sessions behind, which may not write any more. */
async function endOthers(ask: Ask): Promise<void> {
  const others = `from pg_stat_get_activity(null) where pid <> pg_backend_pid()
    and datid = (select oid from pg_database where datname = current_database())`;
  while ((await ask(`select pg_terminate_backend(pid) ${others}`)).length > 0);
}

/** A table that was never written to has no page. */
const WRITTEN = `select oid::regclass::text as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0 order by 1`;

const EMPTY_ALL = `do $$ declare one record; begin
  for one in ${WRITTEN} loop execute 'delete from ' || one.name; end loop;
end $$`;

type Rows = Record<string, unknown[]>;

async function rowsOf(ask: Ask): Promise<Rows> {
  const rows: Rows = {};
  for (const { name } of await ask(WRITTEN)) {
    const [all] = await ask(`select coalesce(json_agg(one), '[]') as rows from ${name} one`);
    rows[String(name)] = all!.rows as unknown[];
  }
  return rows;
}

/** A word that changes with every table, column, key, index, function and trigger; counts and sums, because each test waits for it. */
async function schemaOf(ask: Ask): Promise<string> {
  const [row] = await ask(`select concat_ws(' ',
    (select count(*) from pg_class), (select count(*) from pg_constraint), (select count(*) from pg_proc),
    (select concat_ws(' ', count(*), count(*) filter (where tgenabled = 'O')) from pg_trigger),
    (select concat_ws(' ', count(*), sum(hashname(attname)), sum(atttypid::bigint), sum(attnotnull::int))
       from pg_attribute where not attisdropped)) as schema`);
  return String(row!.schema);
}

export async function inDatabase<T>(url: string, act: (ask: Ask) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(async (text, values = []) => (await client.query(text, [...values])).rows);
  } finally {
    await client.end();
  }
}
