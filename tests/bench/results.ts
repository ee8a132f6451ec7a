import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { openSnapshots } from '#app/platform/db.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { recountAll } from '#app/results/recount/recount-all.server.ts';
import { settleDelivered } from '#app/results/settle-delivered.server.ts';
import { settleUnreached } from '#app/results/settle-unreached.server.ts';
import { type BigHouse, fillBigHouse } from './big-house.ts';
import { RARE_WORD, shapeOf } from './big-shape.ts';
import { signIn } from './desk-pages.ts';
import { SECRET } from './filled-house.ts';
import type { Options } from './options.ts';
import { atPace, Caller } from './paced.ts';
import { printResults, type Respondents, type Timed } from './results-table.ts';
import { root, type Served, serveOurs } from './serve.ts';
import type { Beside, BesideReport } from './soak-beside.ts';

/** How many times fewer answers the other house has. */
const SMALLER = 100;
/** Looks at each page that are not counted: a server compiles what it runs often. */
const WARM = 40;
/** Respondents a second. */
const PACE = 40;
/** How often respondents are timed alone and beside others: in one turn each a short mood of the machine would be a result. */
const TURNS = 4;

interface Side {
  big: BigHouse;
  served: Served;
  cookie: string;
}

/**
 * Times pages of results over very many answers, in turns with the same pages over a hundred times fewer, and respondents' pages
 * while results are read and everything is exported. Bounded in time and count, loopback only, leaves nothing behind.
 */
export async function benchResults(options: Options): Promise<void> {
  const sides: Side[] = [];
  try {
    for (const size of [options.answers, Math.max(1000, Math.floor(options.answers / SMALLER))])
      sides.push(await openSide(options, await fill(options, size)));
    await measureSides(options, sides as [Side, Side]);
  } finally {
    for (const { served } of sides) await served.stop();
    for (const { big } of sides) await big.close();
  }
}

async function fill({ engine }: Options, answers: number): Promise<BigHouse> {
  const start = performance.now();
  const big = await fillBigHouse(engine, shapeOf(answers));
  say(`${answers} answers are in after ${((performance.now() - start) / 1000).toFixed(0)} s`);
  return big;
}

async function openSide(options: Options, big: BigHouse): Promise<Side> {
  const { databaseUrl } = big.desk.house.env;
  await settleDelivered(big.desk.house);
  await settleUnreached(big.desk.house);
  await verify(databaseUrl);
  const served = await serveOurs({ databaseUrl, secret: SECRET, profile: options.profile });
  return { big, served, cookie: await signIn(`http://127.0.0.1:${served.port}`) };
}

async function measureSides(options: Options, [large, small]: [Side, Side]): Promise<void> {
  const pages: Timed[] = [];
  for (const page of PAGES) pages.push(await timePage(page, large, small, options.runs));
  const respondents = await timeRespondents(large, options);
  const { engine, answers } = options;
  printResults({ engine, answers, smaller: SMALLER, pages, respondents });
}

/** What was filled in around the doors must be as what comes through them. */
async function verify(databaseUrl: string): Promise<void> {
  const snapshots = openSnapshots(databaseUrl);
  const start = performance.now();
  const { faults, answers, named } = await recountAll(snapshots);
  await snapshots.close();
  if (faults > 0) throw new Error(`the rollups are not what the answers come to: ${JSON.stringify(named)}`);
  say(
    `${answers} answers counted again in ${((performance.now() - start) / 1000).toFixed(0)} s: every rollup equal`,
  );
}

export interface Page {
  name: string;
  path(big: BigHouse): string;
  holds: string;
  /** Milliseconds that its p95 stays under. */
  under: number;
  /** How many times longer it may take than over fewer answers; null where it reads answers one by one. */
  ratio: number | null;
}

const laneOf = ({ waveId }: BigHouse, persona = 'buyer') =>
  `wave=${toSlug('wave', waveId)}&persona=${persona}`;
const rolled = { under: 60, ratio: 1.2 };
const raw = { under: 2000, ratio: null };

const PAGES: readonly Page[] = [
  {
    name: 'persona view',
    path: ({ waveId }) => `/results/${toSlug('wave', waveId)}/buyer`,
    holds: 'In their words',
    ...rolled,
  },
  {
    name: 'executive page',
    path: ({ waveId }) => `/overview?wave=${toSlug('wave', waveId)}`,
    holds: 'by persona',
    ...rolled,
  },
  {
    name: 'account page',
    path: ({ accountId }) => `/accounts/${toSlug('account', accountId)}`,
    holds: 'Find its people',
    ...rolled,
  },
  {
    name: 'results, all personas',
    path: ({ waveId }) => `/results?wave=${toSlug('wave', waveId)}`,
    holds: 'What did',
    ...raw,
  },
  {
    name: 'results of one account',
    path: (big) => `/results?${laneOf(big)}&account=${toSlug('account', big.accountId)}`,
    holds: 'What did',
    ...raw,
  },
  { name: 'answers, newest', path: (big) => `/answers?${laneOf(big)}`, holds: 'answered', ...raw },
  {
    name: 'answers, searched for a rare word',
    path: (big) => `/answers?${laneOf(big)}&q=${RARE_WORD}`,
    holds: 'answered',
    ...raw,
  },
];

/** In turns, so that whatever else the machine does it does to both. */
async function timePage(page: Page, large: Side, small: Side, runs: number): Promise<Timed> {
  const times: Timed = { page, large: [], small: [] };
  for (let run = -WARM; run < runs; run += 1) {
    const [atLarge, atSmall] = [await timeOnce(page, large), await timeOnce(page, small)];
    if (run < 0) continue;
    times.large.push(atLarge);
    times.small.push(atSmall);
  }
  return times;
}

async function timeOnce({ path, holds }: Page, { big, served, cookie }: Side): Promise<number> {
  const start = performance.now();
  const url = `http://127.0.0.1:${served.port}${path(big)}`;
  const answer = await fetch(url, { headers: { cookie } });
  const text = await answer.text();
  const took = performance.now() - start;
  if (answer.status !== 200 || !text.includes(holds)) throw new Error(`${url} answered ${answer.status}`);
  return took;
}

/** In turns alone, and while results pages are read and the large wave is exported over and over. */
async function timeRespondents(side: Side, { seconds }: Options): Promise<Respondents> {
  const beside: BesideReport = { exports: [], pages: [], faults: [] };
  const [idle, loaded]: [number[], number[]] = [[], []];
  const { house, workspace, memberId: actor } = side.big.desk;
  const { token } = await createKey(house, workspace, { name: 'Bench', scopes: ['responses:read'], actor });
  await openPages(side, 2);
  for (let turn = 0; turn < TURNS; turn += 1) {
    idle.push(...(await openPages(side, seconds / TURNS)));
    const stopBeside = await readBeside(side, token);
    loaded.push(...(await openPages(side, seconds / TURNS)));
    const { exports, pages, faults } = await stopBeside();
    beside.exports.push(...exports);
    beside.pages.push(...pages);
    beside.faults.push(...faults);
  }
  return { idle, loaded, beside };
}

/** Milliseconds of each page from the moment that it was due. */
async function openPages({ big, served }: Side, seconds: number): Promise<number[]> {
  const times: number[] = [];
  const caller = new Caller(served.port);
  const begin = performance.now();
  let next = 0;
  await atPace({ perSecond: PACE, begin, end: begin + seconds * 1000 }, async (due) => {
    const path = `/r/${big.tokens[next++ % big.tokens.length]}`;
    const page = await caller.call({ path });
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`);
    times.push(performance.now() - due);
  });
  caller.close();
  return times;
}

/** Starts the process that exports and reads results; the returned function ends it and gives what it saw. */
async function readBeside(
  { big, served, cookie }: Side,
  apiKey: string,
): Promise<() => Promise<BesideReport>> {
  const wave = toSlug('wave', big.waveId);
  const beside: Beside = {
    origin: `http://127.0.0.1:${served.port}`,
    exportPath: `/api/v1/responses?wave=${wave}&format=csv`,
    apiKey,
    pagePath: `/results/${wave}/buyer`,
    cookie,
  };
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-results-'));
  const file = join(folder, 'beside.json');
  await writeFile(file, JSON.stringify(beside));
  const child = fork(join(root, 'tests', 'bench', 'soak-beside.ts'), [file]);
  const die = () => void child.kill('SIGKILL');
  process.once('exit', die);
  return async () => {
    const report = await new Promise<BesideReport>((resolve) => {
      child.once('message', (told) => resolve(told as BesideReport));
      child.send('stop');
    });
    process.off('exit', die);
    await rm(folder, { recursive: true });
    return report;
  };
}

function say(words: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
}
