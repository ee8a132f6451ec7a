import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { installOnDebian } from './debian.ts';

export interface Cluster {
  /** Of a superuser's database that stays empty; the server listens on loopback only. */
  url: string;
  /** Ends it as a lost machine does, and starts it again once `until` resolves, on the same address. */
  crash(until: Promise<unknown>): Promise<void>;
  stop(): Promise<void>;
}

/** Whom the server runs as: PostgreSQL refuses root, so there it is nobody. */
type Owner = { uid: number; gid: number } | Record<string, never>;

/**
 * What makes a database for each test cheap: nobody waits for the disk where only the death of the machine could show it.
 * A server that is killed has lost nothing all the same. And nobody looks at a table between two tests that share it: a
 * plan made for the rows of one can be far too slow for those of the next.
 */
const FORGETFUL = { fsync: 'off', full_page_writes: 'off', max_wal_size: '4GB', autovacuum: 'off' };

/**
 * Starts a fresh PostgreSQL on a free port, with its data in a folder of its own and fsync left on, unless it may forget
 * what a lost machine would take.
 */
export async function startPostgres({ mayForget = false } = {}): Promise<Cluster> {
  const programs = findPrograms() ?? installPrograms();
  const owner = findOwner();
  const folder = makeFolder(owner);
  const data = join(folder, 'data');
  const as = { ...owner, cwd: folder };
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const making = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale'];
  execFileSync(join(programs, 'initdb'), ['-D', data, ...making], {
    ...as,
    stdio: ['ignore', 'ignore', 'inherit'],
  });

  const port = await freePort();
  const settings = { unix_socket_directories: '', max_connections: '200', ...(mayForget ? FORGETFUL : {}) };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = async () => {
    const at = ['-D', data, '-h', '127.0.0.1', '-p', String(port)];
    const server = spawn(join(programs, 'postgres'), [...at, ...options], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const { stop, kill } = endings(server, join(data, 'postmaster.pid'));
    await ready(server).catch(async (error) => {
      await stop();
      throw error;
    });
    return { stop, kill };
  };
  let server = await start().catch((error) => {
    remove();
    throw error;
  });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash: async (until) => {
      await server.kill();
      await until;
      server = await insist(start);
    },
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

/** Processes that lost their server hold its memory for a moment longer, and it does not start beside them. */
async function insist<T>(start: () => Promise<T>, tries = 20): Promise<T> {
  try {
    return await start();
  } catch (fault) {
    if (tries === 0) throw fault;
    return insist(start, tries - 1);
  }
}

function installPrograms(): string {
  installOnDebian('postgresql', 'PostgreSQL', 'brew install postgresql@17');
  const programs = findPrograms();
  if (!programs) throw new Error('PostgreSQL was installed, but is in none of the usual places.');
  return programs;
}

/** The folder of `initdb` and `postgres`: Debian keeps it off the PATH, Homebrew too for versioned formulas. */
function findPrograms(): string | undefined {
  const usual = [
    '/usr/lib/postgresql/*/bin',
    '/opt/homebrew/opt/postgresql*/bin',
    '/usr/local/opt/postgresql*/bin',
    '/Applications/Postgres.app/Contents/Versions/*/bin',
  ];
  const newestFirst = globSync(usual).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const folders = [...newestFirst, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))));
}

function findOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function makeFolder(owner: Owner): string {
  // A root's own TMPDIR may be closed to nobody; /tmp never is.
  const folder = mkdtempSync(join('uid' in owner ? '/tmp' : tmpdir(), 'rolecall-postgres-'));
  chmodSync(folder, 0o755);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if ('uid' in owner) chownSync(data, owner.uid, owner.gid);
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}

/** Resolves when the server takes connections; what it wrote before dying is the error otherwise. */
async function ready(server: ChildProcess): Promise<void> {
  const said: string[] = [];
  const lines = createInterface({ input: server.stderr! });
  for await (const line of lines) {
    said.push(line);
    if (line.includes('ready to accept connections')) {
      server.stderr?.resume();
      return;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
}

function endings(server: ChildProcess, pidFile: string) {
  const gone = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const quit = () => {
    server.kill('SIGQUIT');
    waitWhileThere(pidFile);
  };
  // Ahead of the removal of its folder, which waits for the exit too: a server that still writes would keep it.
  process.prependOnceListener('exit', quit);
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode === null && server.signalCode === null) server.kill(signal);
    await gone;
    process.off('exit', quit);
  };
  // SIGINT is PostgreSQL's fast shutdown: it drops connections and ends cleanly.
  return { stop: () => end('SIGINT'), kill: () => end('SIGKILL') };
}

/** A process that exits has no event loop left to wait with; the server removes its pid file last. */
function waitWhileThere(file: string): void {
  const never = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 100 && existsSync(file); tries += 1) Atomics.wait(never, 0, 0, 20);
}
