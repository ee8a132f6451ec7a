import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectNode, root } from '#app/install.mjs';

/** What a developer has set for the app must not reach the tests. */
const NAMES = ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'PORT', 'APP_SECRET', 'MAIL_FROM', 'NODE_ENV'];
const UNSET = Object.fromEntries(NAMES.map((name) => [name, undefined]));

const running = new Set<ChildProcess>();
let stopping = false;

/** Runs a tool of node_modules/.bin on the project's Node, its output going to ours; resolves to its exit code. */
export function tool(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<number> {
  if (stopping) return Promise.resolve(1);
  const child = spawn(projectNode, [join(root, 'node_modules', '.bin', name), ...args], {
    cwd: root,
    env: { ...process.env, ...UNSET, ...env },
    stdio: 'inherit',
  });
  running.add(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Ends the tools that run now, and lets no other start. */
export function stopTools(): void {
  stopping = true;
  for (const child of running) child.kill('SIGTERM');
}
