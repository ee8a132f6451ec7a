import { type ChildProcess, spawn } from 'node:child_process';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

export interface RunningServer {
  origin: string;
  port: number;
  child: ChildProcess;
  /** What it wrote to its output so far; and to its errors, where they are `heard`. */
  said(): string;
  /** Resolves with the exit code. */
  ended: Promise<number | null>;
}

/**
 * The real entry as its own process on a free port of loopback; resolves when it listens. Its errors are the test's,
 * unless they are `heard` with its output.
 */
export async function startServer(
  vars: Record<string, string>,
  { heard = false, entry = 'app/server.ts' }: { heard?: boolean; entry?: string } = {},
): Promise<RunningServer> {
  const port = await freePort();
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    NODE_COMPILE_CACHE: 'node_modules/.cache/rolecall',
    ...vars,
  };
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', heard ? 'pipe' : 'inherit'],
  });
  const words: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => words.push(chunk));
  const said = () => Buffer.concat(words).toString();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    void ended.then((code) => reject(new Error(`the server ended with ${code} before it listened`)));
  });
  return { origin: `http://127.0.0.1:${port}`, port, child, said, ended };
}

/** The real sender as its own process; resolves when it works. */
export function startSenderProcess(vars: Record<string, string>): Promise<RunningServer> {
  return startServer(vars, { entry: 'app/sender.ts' });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
