import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { systemClock } from '#app/platform/clock.ts';
import { answer } from '#tests/support/answering.ts';
import { ADMIN, foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { requestsPerSecond } from './load.ts';
import { askEverybody, importPeople } from './prepare.ts';

/**
 * Times the hot paths against a bare node:http and a bare better-sqlite3 in the same run. Only the ratios
 * travel between machines. Bounded in count, loopback only, leaves nothing behind.
 */
const PEOPLE = Number(process.argv[2] ?? 100_000);
const PAGES = 4_000;
const SUBMITS = 3_000;
const CONNECTIONS = 16;
const SECRET = 'a bench secret of 32 letters 0123456789';

const { house, close } = await openTestHouse({ vars: { APP_SECRET: SECRET } });
house.clock = systemClock;
const file = house.env.databaseUrl;
const desk = { house, ...(await foundTestWorkspace(house)) };

const imported = await importPeople(desk, PEOPLE);
const bareRows = bareRowsPerSecond(join(dirname(file), 'bare.db'), PEOPLE);
const paths = await askEverybody(desk);
for (const path of paths.slice(SUBMITS + 1)) {
  const kept = await answer(house, path.slice(3), {
    q1: String(Number.parseInt(house.ids.make().slice(-2), 16) % 11),
  });
  if (kept.kind !== 'kept') throw new Error(kept.kind);
}

const bare = await serve(
  [join('tests', 'bench', 'bare-server.ts'), '3471', join(dirname(file), 'bare-http.db')],
  {},
);
const ours = await serve([join('app', 'server.ts')], {
  DATABASE_URL: file,
  APP_SECRET: SECRET,
  PORT: '3472',
  LOG_LEVEL: 'error',
});
const limits = { connections: CONNECTIONS };
const form = (i: number) => `submit_id=bench-${i}&q1=${i % 11}`;

const pages = {
  bare: await requestsPerSecond(3471, () => ({ path: '/' }), { ...limits, total: PAGES * 4, expect: 200 }),
  ours: await requestsPerSecond(3472, () => ({ path: paths[0]! }), { ...limits, total: PAGES, expect: 200 }),
};
const submits = {
  bare: await requestsPerSecond(3471, (i) => ({ path: '/', method: 'POST', body: form(i) }), {
    ...limits,
    total: SUBMITS * 4,
    expect: 303,
  }),
  ours: await requestsPerSecond(3472, (i) => ({ path: paths[i + 1]!, method: 'POST', body: form(i) }), {
    ...limits,
    total: SUBMITS,
    expect: 303,
  }),
};
const results = await resultsPages();

ours.kill('SIGTERM');
bare.kill('SIGTERM');
await close();
print();

function bareRowsPerSecond(path: string, count: number): number {
  const database = new BetterSqlite3(path);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec(
    'create table person (id text primary key, name text, email text unique, account text) strict',
  );
  const insert = database.prepare('insert into person values (?, ?, ?, ?)');
  const batch = database.transaction((from: number) => {
    for (let i = from; i < from + 200; i += 1)
      insert.run(String(i), `Ada Number${i}`, `p${i}@a.example`, `Account ${i}`);
  });
  const start = performance.now();
  for (let from = 0; from < count; from += 200) batch(from);
  database.close();
  return count / ((performance.now() - start) / 1000);
}

async function serve(args: string[], vars: Record<string, string>) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...vars },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error(`${args[0]} ended before it listened`)));
  });
  child.removeAllListeners('exit');
  return child;
}

/** Milliseconds of the overview and of the emptiest page of the same server; median of 15. */
async function resultsPages(): Promise<{ overview: number; healthz: number }> {
  const origin = 'http://localhost:3472';
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };
  const body = new URLSearchParams({ email: ADMIN.email, password: ADMIN.password });
  const signedIn = await fetch(`${origin}/sign-in`, { method: 'POST', headers, body, redirect: 'manual' });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const median = async (path: string) => {
    const times: number[] = [];
    for (let i = 0; i < 15; i += 1) {
      const start = performance.now();
      const page = await fetch(origin + path, { headers: { cookie } });
      const text = await page.text();
      times.push(performance.now() - start);
      if (page.status !== 200 || (path === '/overview' && !text.includes('No total')))
        throw new Error(`${path}: ${page.status}`);
    }
    return times.sort((a, b) => a - b)[7]!;
  };
  return { overview: await median('/overview'), healthz: await median('/healthz') };
}

function print(): void {
  const ratio = (ours: number, bare: number) => (ours / bare).toFixed(3);
  const rows = [
    ['respondent page, requests/s', pages.ours, pages.bare, 'bare node:http, fixed 3 KB'],
    ['durable submit, requests/s', submits.ours, submits.bare, 'bare node:http + one raw insert, FULL'],
    [
      `import of ${PEOPLE} people, rows/s`,
      imported,
      bareRows,
      'bare better-sqlite3, 200 rows a transaction, FULL',
    ],
  ] as const;
  console.log('| what | ours | bare | ratio | bare is |\n|---|---|---|---|---|');
  for (const [what, our, base, is] of rows)
    console.log(`| ${what} | ${our.toFixed(0)} | ${base.toFixed(0)} | ${ratio(our, base)} | ${is} |`);
  const times = (results.overview / results.healthz).toFixed(1);
  console.log(
    `| overview with ${PEOPLE - 1} answers, ms | ${results.overview.toFixed(1)} | ${results.healthz.toFixed(1)} | ${times} x | /healthz of the same server |`,
  );
}
