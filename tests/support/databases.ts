import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
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

async function freshSqlite(): Promise<FreshDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-sqlite-'));
  return { url: join(folder, 'rolecall.sqlite'), drop: () => rm(folder, { recursive: true }) };
}

async function freshPostgres(): Promise<FreshDatabase> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server)
    throw new Error('TEST_POSTGRES_URL is missing: the project lacks tests/support/global-setup.ts.');
  const name = `rolecall_${randomBytes(8).toString('hex')}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  await administer(server, `create database ${name}`);
  return { url: url.href, drop: () => administer(server, `drop database ${name} with (force)`) };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
