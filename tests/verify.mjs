// @ts-check
/**
 * `npm run verify [-- part ...]`: installs, then proves everything (tests/verify/run.ts).
 * This file runs on whatever Node the machine has; the rest runs on the project's own.
 */
import { join } from 'node:path';
import { install, projectNode, root, run, say } from '../app/install.mjs';

const installed = await install();
if (installed === 0) {
  const args = [join(root, 'tests', 'verify', 'run.ts'), ...process.argv.slice(2)];
  process.exitCode = await run(projectNode, args, { tied: true });
} else {
  say('0 passed, 1 failed');
  process.exitCode = 1;
}
