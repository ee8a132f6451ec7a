import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, root } from '#app/install.mjs';
import { findOrInstallChromium } from '#tests/support/chromium.ts';
import { type Cluster, startPostgres } from '#tests/support/postgres.ts';
import { countTests, oneCheck, sum, type Tally, type TestReport } from './tally.ts';
import { tool } from './tools.ts';

export interface Part {
  name: string;
  says: string;
  /** It keeps one core busy and touches nothing, so it runs beside the parts before it. */
  beside?: true;
  run(): Promise<Tally>;
}

/** Everything that is proven, the quickest to fail first. */
export const PARTS: readonly Part[] = [
  { name: 'format', says: 'format and lint', run: async () => oneCheck(await tool('biome', ['ci', '.'])) },
  { name: 'rules', says: 'who may import whom', run: importRules },
  { name: 'build', says: 'the build, and what reaches the browser', run: buildAndLook },
  { name: 'types', says: 'types', beside: true, run: async () => oneCheck(await tool('tsc', ['--noEmit'])) },
  { name: 'unit', says: 'pure code and components', run: () => tests(['unit', 'dom']) },
  {
    name: 'databases',
    says: 'SQLite and PostgreSQL',
    run: () => tests(['databases'], usePostgres, useCopies),
  },
  {
    name: 'doors',
    says: 'every door, asked over HTTP',
    run: () => tests(['doors'], useBuild, usePostgres, useCopies),
  },
  {
    name: 'browser',
    says: 'the river in Chromium',
    run: inBrowsers,
  },
];

/** First what is written, types included; then only what is loaded when the program runs. */
async function importRules(): Promise<Tally> {
  const written = await tool('depcruise', ['--config', '.dependency-cruiser.cjs', 'app', 'db', 'tests']);
  const loaded = await tool('depcruise', ['--config', 'tests/verify/loaded-imports.cjs', 'app']);
  return sum([oneCheck(written), oneCheck(loaded)]);
}

/** Those that measure or look at every page have both cores to themselves; the others wait for pages more than they work. */
const ALONE = ['builder', 'every-page'];

async function inBrowsers(): Promise<Tally> {
  const needs = [useBuild, usePostgres, useCopies, useChromium];
  const together = async () => ({ BROWSERS_TOGETHER: 'yes' });
  const others = ALONE.map((name) => `--exclude=**/${name}.test.ts`);
  return sum([
    await tests(['browser', ...others], ...needs, together),
    await tests(['browser', ...ALONE], ...needs),
  ]);
}

let building: Promise<number> | undefined;

/** In any case afresh, so that a build that no longer succeeds cannot hide behind the last one. */
async function buildAndLook(): Promise<Tally> {
  building = build({ force: true });
  const built = oneCheck(await building);
  return built.failed > 0 ? built : sum([built, await tests(['bundles'])]);
}

/** What a part's tests need before they start, as environment for them. */
type Need = () => Promise<Record<string, string>>;

const PROJECTS = new Set(['unit', 'dom', 'bundles', 'databases', 'doors', 'browser']);

/** @param given projects by name, and whatever else Vitest is told */
async function tests(given: readonly string[], ...needs: Need[]): Promise<Tally> {
  // Workers, and the processes that tests start, load what others have compiled before.
  const env: Record<string, string> = {
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'rolecall'),
  };
  for (const need of needs) Object.assign(env, await need());
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-verify-'));
  const report = join(folder, 'report.json');
  const projects = given.filter((one) => PROJECTS.has(one));
  const others = given.filter((one) => !PROJECTS.has(one));
  const args = ['run', ...projects.flatMap((name) => ['--project', name]), ...others];
  // Vitest would leave a core free. A browser fills both alone, and what waits for disks and databases leaves room for one more.
  const waits = projects.some((name) => name === 'databases' || name === 'doors');
  if (!projects.includes('browser') || env.BROWSERS_TOGETHER)
    args.push(`--maxWorkers=${availableParallelism() + (waits ? 1 : 0)}`);
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
  const exitCode = await tool('vitest', args, env);
  const json = await readFile(report, 'utf8').catch(() => null);
  await rm(folder, { recursive: true });
  return countTests(json === null ? null : (JSON.parse(json) as TestReport), exitCode);
}

let cluster: Promise<Cluster> | undefined;

/** One server for the whole run: each test takes an empty database of it (tests/support/databases.ts). */
async function usePostgres(): Promise<Record<string, string>> {
  cluster ??= startPostgres({ mayForget: true });
  return { TEST_POSTGRES_URL: (await cluster).url };
}

let copies: Promise<string> | undefined;

/** One folder for the whole run: what is migrated or played once is copied by whoever needs it (tests/support/copies-folder.ts). */
async function useCopies(): Promise<Record<string, string>> {
  copies ??= mkdtemp(join(tmpdir(), 'rolecall-copies-'));
  return { COPIES_FOLDER: await copies };
}

/** Ends the server, and takes away what was made for the tests. */
export async function clearAway(): Promise<void> {
  const started = await cluster?.catch(() => undefined);
  await started?.stop();
  if (copies) await rm(await copies, { recursive: true, force: true });
}

async function useBuild(): Promise<Record<string, string>> {
  building ??= build();
  if ((await building) !== 0) throw new Error('There is no build to look at: it failed.');
  return {};
}

async function useChromium(): Promise<Record<string, string>> {
  return { CHROMIUM_PATH: findOrInstallChromium() };
}
