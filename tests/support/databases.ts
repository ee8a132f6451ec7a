import { createHash, randomBytes } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openDatabase } from '#app/platform/db.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import {
  type Ask,
  clear,
  inDatabase,
  type Lent,
  letRest,
  lookAtNew,
  makeRestingPlace,
  takeResting,
} from './lent-postgres.ts';

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

/** Empty and migrated: a copy of a database that was migrated once, for half the time of each test goes there. */
export async function migratedDatabase(engine: Engine): Promise<FreshDatabase> {
  return engine === 'sqlite' ? copiedSqlite() : lentPostgres(await findTemplate());
}

/** Benches and proofs open few files, have no folder for copies (tests/support/copies-folder.ts), and migrate each. */
async function copiedSqlite(): Promise<FreshDatabase> {
  const folder = process.env.COPIES_FOLDER;
  const fresh = await freshSqlite();
  if (!folder) return fresh;
  migratedFile ??= findOrMakeFile(folder);
  await copyFile(await migratedFile, fresh.url);
  return fresh;
}

let migratedFile: Promise<string> | undefined;

/** Workers that come together each make it; whichever is done last leaves the same in its place. */
async function findOrMakeFile(folder: string): Promise<string> {
  const file = join(folder, `${migratedName()}.sqlite`);
  if (existsSync(file)) return file;
  const making = join(await mkdtemp(join(folder, 'migrating-')), 'migrated.sqlite');
  const { close } = await openDatabase(making, 0);
  // Closing folds the write-ahead log into the file.
  await close();
  await rename(making, file);
  return file;
}

let ofMigrations: string | undefined;

/** Another one as soon as a migration reads otherwise. */
function migratedName(): string {
  if (ofMigrations === undefined) {
    const hash = createHash('sha256');
    for (const file of globSync('db/migrations/*.ts').sort()) hash.update(readFileSync(file));
    ofMigrations = `rolecall_migrated_${hash.digest('hex').slice(0, 16)}`;
  }
  return ofMigrations;
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
  const name = migratedName();
  await inDatabase(testServer(), async (ask) => {
    await ask('select pg_advisory_lock(1)');
    const made = await ask('select 1 from pg_database where datname = $1 and datistemplate', [name]);
    if (made.length === 1) return;
    await makeRestingPlace(ask);
    await ask(`drop database if exists ${name}`);
    await ask(`create database ${name}`);
    const { close } = await openDatabase(databaseOf(testServer(), name), 0);
    await close();
    await ask(`alter database ${name} is_template true`);
  });
  return name;
}

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-sqlite-'));
  return { url: join(folder, 'rolecall.sqlite'), drop: () => rm(folder, { recursive: true }) };
}

async function freshPostgres(): Promise<FreshDatabase> {
  const server = testServer();
  const name = await createPostgres(server, '');
  return { url: databaseOf(server, name), drop: () => dropPostgres(server, name) };
}

/** One that another test gave back, or a new copy. */
async function lentPostgres(template: string): Promise<FreshDatabase> {
  const server = testServer();
  const lent =
    (await administer(server, (ask) => takeResting(ask, template))) ?? (await copied(server, template));
  const url = databaseOf(server, lent.name);
  return {
    url,
    drop: async () => {
      if (await clear(url, lent)) await administer(server, (ask) => letRest(ask, template, lent));
      else await dropPostgres(server, lent.name);
    },
  };
}

async function copied(server: string, template: string): Promise<Lent> {
  const name = await createPostgres(server, ` template ${template}`);
  return lookAtNew(databaseOf(server, name), name);
}

async function createPostgres(server: string, from: string): Promise<string> {
  const name = `rolecall_${randomBytes(8).toString('hex')}`;
  await administer(server, (ask) => ask(`create database ${name}${from}`));
  return name;
}

async function dropPostgres(server: string, name: string): Promise<void> {
  await administer(server, (ask) => ask(`drop database ${name} with (force)`));
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

const pools = new Map<string, pg.Pool>();

/** On sessions that stay for the next test. */
function administer<T>(server: string, act: (ask: Ask) => Promise<T>): Promise<T> {
  const pool = pools.get(server) ?? new pg.Pool({ connectionString: server, max: 2, allowExitOnIdle: true });
  pools.set(server, pool);
  // A server of a test's own ends before this process does.
  if (pool.listenerCount('error') === 0) pool.on('error', () => undefined);
  return act(async (text, values = []) => (await pool.query(text, [...values])).rows);
}
