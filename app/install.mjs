// @ts-check
/**
 * What `npm run up` and `npm run verify` share: installing, building, and running a program to its end.
 * It runs on whatever Node (20 or later) the machine has, before anything is installed: built-ins only.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const bin = join(root, 'node_modules', '.bin');

/** The Node that the lock file pins; everything but npm runs on it (docs/decisions/node-as-a-dependency.md). */
export const projectNode = join(bin, 'node');

const INSTALLED = join(root, 'node_modules', '.rolecall-installed');
const BUILT = join(root, 'build', '.rolecall-built');

const MANIFESTS = ['package.json', 'package-lock.json'];
const BUILD_INPUTS = [
  ...MANIFESTS,
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'app',
  'db',
  'public',
];

/** Milliseconds within which a second signal is the echo of the first. */
const ECHO = 1000;

/** Installs what the lock file says, unless exactly that is installed already. Resolves to npm's exit code. */
export async function install() {
  const wanted = `${process.platform}-${process.arch} ${digest(MANIFESTS)}`;
  if (existsSync(projectNode) && read(INSTALLED) === wanted) return 0;
  say('Installing what package-lock.json names ...');
  rmSync(INSTALLED, { force: true });
  // Without the tools of development there is neither Remix's builder nor the project's Node.
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  const code = await run('npm', args, { env: { PATH: pathOfTheMachine() } });
  if (code === 0) writeFileSync(INSTALLED, wanted);
  return code;
}

/**
 * Builds the pages and the server bundles, unless the build is newer than its sources. Resolves to the
 * builder's exit code.
 * @param {{ force?: boolean }} [options] `force` builds in any case
 */
export async function build({ force = false } = {}) {
  const wanted = digest(BUILD_INPUTS);
  if (!force && read(BUILT) === wanted) return 0;
  say('Building ...');
  rmSync(BUILT, { force: true });
  const args = [join(bin, 'remix'), 'vite:build', '--logLevel', 'warn'];
  const code = await run(projectNode, args, { env: { NODE_ENV: 'production' } });
  if (code === 0) writeFileSync(BUILT, wanted);
  return code;
}

/**
 * Runs a program to its end in a process group of its own and resolves to its exit code.
 *
 * A terminal sends Ctrl-C to its whole group and npm passes it on once more. In a group of its own the
 * program hears it once, from here, and is then waited for: it may be finishing a request or a send. A later
 * Ctrl-C comes from somebody who no longer wants to wait, and is passed on too.
 * `env` is added to this process's own. `tied` gives it a channel whose 'disconnect' tells it that this process died without a word.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, tied?: boolean }} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, { env = {}, tied = false } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio = tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit';
    /** @type {NodeJS.ProcessEnv} */
    const environment = { ...process.env, ...env };
    const child = spawn(command, args, { cwd: root, env: environment, detached: true, stdio });
    let lastTold = -ECHO;
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => {
      const now = performance.now();
      if (now - lastTold >= ECHO) child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
      lastTold = now;
    };
    const signals = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    for (const signal of signals) process.on(signal, passOn);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      for (const each of signals) process.off(each, passOn);
      resolve(signal ? 128 + constants.signals[signal] : (code ?? 1));
    });
  });
}

/**
 * Prints one line for the person at the terminal.
 * @param {string} line
 */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** npm replaces node_modules, so neither it nor the install scripts it starts may run on the Node in there. */
function pathOfTheMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.endsWith(join('node_modules', '.bin'))).join(delimiter);
}

/**
 * One hash over the names and contents of files and folders, relative to the project.
 * @param {string[]} paths
 */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

/**
 * The file itself, or the files of a folder in a stable order; tests are no part of what is built.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (/\.test\.tsx?$/.test(path) || !existsSync(join(root, path))) return [];
  const names = listing(join(root, path));
  return names ? names.sort().flatMap((name) => filesUnder(`${path}/${name}`)) : [path];
}

/** @param {string} folder */
function listing(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

/** @param {string} file */
function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
