// @ts-check
/**
 * `npm run up [-- --example] [-- --port 4000]`: from a fresh clone to a running Rolecall.
 * The server migrates the database, listens and prints the address (app/server.ts).
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, install, projectNode, root, run, say } from './install.mjs';

const USAGE = 'Usage: npm run up [-- [--example] [--port NUMBER]]';

/** As `npm start`: Node 24 otherwise lets the garbage of a large import grow to 100 MB before it looks at it. */
const YOUNG = '--max-semi-space-size=16';

process.exitCode = await up(process.argv.slice(2));

/** @param {string[]} args */
async function up(args) {
  const options = parse(args);
  if (!options) {
    say(USAGE);
    return 2;
  }
  const installed = await install();
  if (installed !== 0) return stopped('npm could not install the packages', installed);
  const built = await build();
  if (built !== 0) return stopped('the build failed', built);
  const env = {
    NODE_ENV: process.env.NODE_ENV ?? 'production',
    // As `npm start` has it: what was compiled once need not be again, so a server that fell is back sooner.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'rolecall'),
    ...(options.port ? { PORT: options.port } : {}),
  };
  return run(projectNode, [YOUNG, join(root, 'app', 'server.ts'), ...options.server], { env, tied: true });
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: { example: { type: 'boolean' }, port: { type: 'string' } },
    });
    return { port: values.port, server: values.example ? ['--example'] : [] };
  } catch {
    return null;
  }
}

/**
 * @param {string} why
 * @param {number} code
 */
function stopped(why, code) {
  say(`Rolecall did not start: ${why}; the lines above say why.`);
  return code;
}
