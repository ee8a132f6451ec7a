import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { connect } from '#db/connection.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { questionOf } from '#tests/support/asked-set.ts';
import { installOnDebian } from '#tests/support/debian.ts';
import { freePort } from '#tests/support/process.ts';
import { askPeople } from './asked-people.ts';
import { Caller, openAgent } from './caller.ts';
import { brokenOf, type Proof } from './figures.ts';
import { fillIn } from './long-survey.ts';
import { serve } from './served.ts';

export interface Proving {
  engine: Engine;
  submits: number;
  /** Takes the promise away, to see that the proof notices. */
  spoiled?: boolean;
}

/** Counts what is forced to the disk while people answer one after the other: at least once for each that was told so. */
export async function proveDurable({ engine, submits, spoiled = false }: Proving): Promise<Proof> {
  const { databaseUrl, people, drop } = await askPeople(engine, [questionOf('q1', 'recommend')], submits + 1);
  try {
    const url = spoiled && engine === 'postgres' ? withoutWaiting(databaseUrl) : databaseUrl;
    const settings = await settingsOf(url, engine);
    const paths = people.map(({ answer }) => `/r/${answer}`);
    const { acknowledged, forced } = await countForced(engine, url, paths, spoiled);
    return {
      figures: { submits, acknowledged, forced_to_disk: forced, ...settings, spoiled: String(spoiled) },
      broken: brokenOf({
        'everybody was told that the answers arrived': acknowledged === submits,
        'each was on the disk before it was said': forced >= acknowledged,
        'the settings say so': isDurable(settings),
      }),
    };
  } finally {
    await drop();
  }
}

/** The same product with the one promise taken away. */
function withoutWaiting(url: string): string {
  return `${url}?options=${encodeURIComponent('-c synchronous_commit=off')}`;
}

export type Settings = Record<string, string | number>;

/** As the handle has them that the product opens. */
export async function settingsOf(url: string, engine: Engine): Promise<Settings> {
  const { db, close } = connect(url);
  const names =
    engine === 'sqlite'
      ? ['journal_mode', 'synchronous']
      : ['synchronous_commit', 'fsync', 'full_page_writes'];
  const settings: Settings = {};
  for (const name of names) {
    const ask = sql.raw(engine === 'sqlite' ? `pragma ${name}` : `show ${name}`);
    const { rows } = await sql<Settings>`${ask}`.execute(db);
    Object.assign(settings, rows[0]);
  }
  await close();
  return settings;
}

const FULL = 2;

export function isDurable(settings: Settings): boolean {
  const wanted =
    'journal_mode' in settings
      ? { journal_mode: 'wal', synchronous: FULL }
      : { synchronous_commit: 'on', fsync: 'on', full_page_writes: 'on' };
  return Object.entries(wanted).every(([name, value]) => settings[name] === value);
}

/** Lets everybody answer, one after the other, and reads from a trace of the writing process what it forced. */
async function countForced(engine: Engine, databaseUrl: string, paths: readonly string[], spoiled: boolean) {
  const port = await freePort();
  const agent = openAgent();
  const ahead = spoiled ? fileURLToPath(new URL('write-less.ts', import.meta.url)) : undefined;
  // What PostgreSQL forks for the server's sessions is followed only from here on.
  const cluster = engine === 'postgres' ? await watch(await postmasterOf(databaseUrl)) : null;
  const server = await serve({ databaseUrl, port, ahead });
  const writer = cluster ?? (await watch(server.pid));
  try {
    // The first one opens what is opened once.
    await answerAll(paths.slice(0, 1), port, agent);
    const before = await writer.forced();
    const acknowledged = await answerAll(paths.slice(1), port, agent);
    return { acknowledged, forced: (await writer.forced()) - before };
  } finally {
    agent.destroy();
    await writer.stop();
    await server.stop();
  }
}

/** A call that was begun is finished by another line where threads take turns. */
function isForced(line: string): boolean {
  return /\b(fsync|fdatasync)\(/.test(line);
}

async function answerAll(paths: readonly string[], port: number, agent: ReturnType<typeof openAgent>) {
  let acknowledged = 0;
  for (const path of paths) {
    const caller = new Caller(port, agent);
    const page = await caller.get(path);
    const { status } = await caller.post(path, fillIn(page.text, { q1: ['9'] }));
    if (status === 303) acknowledged += 1;
  }
  return acknowledged;
}

/** The process that forks PostgreSQL's others. */
async function postmasterOf(url: string): Promise<number> {
  const { db, close } = connect(url);
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(db);
  await close();
  return Number.parseInt(await readFile(join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8'), 10);
}

/** Writes down what a process and all that it starts from now on force to the disk. */
async function watch(pid: number) {
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-trace-'));
  const trace = join(folder, 'trace');
  const which = ['-f', '-qq', '-e', 'trace=fsync,fdatasync', '-o', trace, '-p', String(pid)];
  const watcher = spawn(findStrace(), which, { stdio: 'inherit' });
  const gone = once(watcher, 'exit');
  await attached(pid, watcher);
  return {
    forced: async () => (await readFile(trace, 'utf8')).split('\n').filter(isForced).length,
    stop: async () => {
      watcher.kill('SIGINT');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function attached(pid: number, watcher: ChildProcess): Promise<void> {
  while (/^TracerPid:\t0$/m.test(await readFile(`/proc/${pid}/status`, 'utf8')))
    if (watcher.exitCode !== null) throw new Error('strace may not look at that process.');
}

function findStrace(): string {
  const usual = '/usr/bin/strace';
  if (!existsSync(usual)) installOnDebian('strace', 'strace', 'nothing: it is there for Linux alone');
  return usual;
}

/** Whether this machine lets one process trace another. */
export function canTrace(): boolean {
  try {
    execFileSync(findStrace(), ['-qq', '-e', 'trace=none', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
