import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from '#tests/support/process.ts';
import { CORE, cpuSeconds, pinned } from './processes.ts';

export interface Served {
  port: number;
  pid: number;
  child: ChildProcess;
  /** Seconds spent so far, process by process: the server's own, and those of its PostgreSQL. */
  spent(): Promise<ReadonlyMap<number, number>>;
  stop(): Promise<void>;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** As `npm start` runs it. */
const FLAGS = ['--max-semi-space-size=16'];

export interface Serving {
  databaseUrl: string;
  secret: string;
  profile?: string;
  /** A module that is loaded ahead of the server. */
  ahead?: string;
  /** On whichever core, with the processes that it starts. */
  isFree?: boolean;
}

/** The built product on a core of its own. */
export async function serveOurs({ databaseUrl, secret, profile, ahead, isFree }: Serving): Promise<Served> {
  const port = await freePort();
  const vars = {
    ...{ DATABASE_URL: databaseUrl, APP_SECRET: secret, PORT: String(port), HOST: '127.0.0.1' },
    ...{ PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'error', NODE_ENV: 'production' },
  };
  const flags = [...FLAGS, ...profiling(profile), ...(ahead ? ['--import', ahead] : [])];
  const databasePids = databaseUrl.startsWith('postgres') ? () => postgresPids(databaseUrl) : undefined;
  return serve([...flags, join('app', 'server.ts')], port, { vars, databasePids, isFree });
}

/** Node's own server and the fewest lines that do the same work, on the same core. */
export async function serveBare(file: string, bytes: number, profile?: string): Promise<Served> {
  const port = await freePort();
  const args = [join('tests', 'bench', 'bare-server.ts'), String(port), file, String(bytes)];
  return serve([...FLAGS, ...profiling(profile), ...args], port, {});
}

/** Node's flags for a CPU profile in this folder; none without one. */
export function profiling(folder: string | undefined): string[] {
  return folder === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', folder];
}

async function serve(
  args: string[],
  port: number,
  given: {
    vars?: Record<string, string>;
    databasePids?: (() => Promise<number[]>) | undefined;
    isFree?: boolean | undefined;
  },
): Promise<Served> {
  const [program, all] = given.isFree
    ? [process.execPath, args]
    : pinned(CORE.server, process.execPath, args);
  const child = spawn(program, all, {
    cwd: root,
    env: { ...process.env, ...given.vars },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const die = () => void child.kill('SIGKILL');
  process.once('exit', die);
  await new Promise<void>((resolve, reject) => {
    child.stdout!.once('data', () => resolve());
    void ended.then(() => reject(new Error(`${args.at(-1)} ended before it listened`)));
  });
  const pid = child.pid!;
  return {
    ...{ port, pid, child },
    spent: async () => {
      const pids = [pid, ...((await given.databasePids?.()) ?? [])];
      return new Map(pids.map((one) => [one, cpuSeconds(one)]));
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      process.off('exit', die);
    },
  };
}

/** Every process of this PostgreSQL, the writers of its log included. */
async function postgresPids(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
  await client.end();
  return rows.map(({ pid }) => pid);
}
