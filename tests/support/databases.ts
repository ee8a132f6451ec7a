import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '#app/platform/db.server.ts';
import type { Engine } from '#db/migrations/kit.ts';

/** Both databases that Rolecall runs on: `describe.each(ENGINES)` holds a claim on each. */
export const ENGINES: readonly Engine[] = ['sqlite', 'postgres'];

export interface FreshDatabase {
  /** As `DATABASE_URL` takes it: a file path or postgres://... */
  url: string;
  drop(): Promise<void>;
}

/** An empty database, not migrated, that nobody else uses. Close every connection before `drop`. */
export function freshDatabase(engine: Engine): Promise<FreshDatabase> {
  return engine === 'sqlite' ? freshSqlite() : freshPostgres();
}

/** Empty and migrated: on PostgreSQL a copy of a database that was migrated once, for half the time of each test goes there. */
export async function migratedDatabase(engine: Engine): Promise<FreshDatabase> {
  return engine === 'sqlite' ? freshSqlite() : freshPostgres(await findTemplate());
}

/** By server: a bench brings one of its own for each house. */
const templates = new Map<string, Promise<string>>();

function findTemplate(): Promise<string> {
  const server = testServer();
  const template = templates.get(server) ?? findOrMakeTemplate();
  templates.set(server, template);
  return template;
}

/** Whichever worker comes first makes it; what is marked as a template is whole. */
async function findOrMakeTemplate(): Promise<string> {
  const files = globSync('db/migrations/*.ts').sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  const name = `rolecall_migrated_${hash.digest('hex').slice(0, 16)}`;
  await administer(testServer(), async (client) => {
    await client.query('select pg_advisory_lock(1)');
    const made = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (made.rowCount === 1) return;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name}`);
    const { close } = await openDatabase(databaseOf(testServer(), name), 0);
    await close();
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-sqlite-'));
  return { url: join(folder, 'rolecall.sqlite'), drop: () => rm(folder, { recursive: true }) };
}

async function freshPostgres(copied?: string): Promise<FreshDatabase> {
  const server = testServer();
  const name = `rolecall_${randomBytes(8).toString('hex')}`;
  const from = copied === undefined ? '' : ` template ${copied}`;
  await administer(server, (client) => client.query(`create database ${name}${from}`));
  return {
    url: databaseOf(server, name),
    drop: () => administer(server, (client) => client.query(`drop database ${name} with (force)`)),
  };
}

function testServer(): string {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error('TEST_POSTGRES_URL is missing: the project lacks tests/support/global-setup.ts.');
  return server;
}

function databaseOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(server: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
