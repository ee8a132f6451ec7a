import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const SECRET = 'a secret of the proofs, 32 letters 0123456789';

export interface Serving {
  databaseUrl: string;
  port: number;
  /** A module that is loaded ahead of the server. */
  ahead?: string | undefined;
  vars?: Readonly<Record<string, string>>;
}

export interface Served {
  pid: number;
  /** Ends it at once, as losing the power does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Lets it finish what is in hand. */
  stop(): Promise<void>;
  signal(name: NodeJS.Signals): void;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The real entry as a process of its own, on this port; resolves when it listens. */
export async function serve({ databaseUrl, port, ahead, vars: more }: Serving): Promise<Served> {
  const vars = {
    ...{ DATABASE_URL: databaseUrl, APP_SECRET: SECRET, PORT: String(port), HOST: '127.0.0.1' },
    NODE_COMPILE_CACHE: 'node_modules/.cache/rolecall',
    ...more,
  };
  const flags = ahead ? ['--import', ahead] : [];
  const child = spawn(process.execPath, [...flags, 'app/server.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...vars },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const die = () => void child.kill('SIGKILL');
  process.once('exit', die);
  await Promise.race([
    once(child.stdout!, 'data'),
    ended.then(([code]) => Promise.reject(new Error(`the server ended with ${code} before it listened`))),
  ]);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
    process.off('exit', die);
  };
  return {
    pid: child.pid!,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    signal: (name) => void child.kill(name),
  };
}
