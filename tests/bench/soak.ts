import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKey } from '#app/membership/keys/create-key.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { resultsPath, signIn } from './desk-pages.ts';
import { answerTen, countKnown, type FilledHouse, fillHouse, SECRET } from './filled-house.ts';
import type { Options } from './options.ts';
import { residentBytes } from './processes.ts';
import { letAnswer } from './respondents.ts';
import { root, type Served, serveOurs } from './serve.ts';
import type { Beside, BesideReport } from './soak-beside.ts';
import { printSoak, type Seen } from './soak-report.ts';
import type { LoopReport } from './watch-loop.ts';

/** Answers of one response of the wave that is exported. */
const TEN = 10;
const LOOK_EVERY = 10_000;

/**
 * A steady load for minutes, at a pace that does not wait for the server, while one large wave is exported over and over and
 * its results page is read. Bounded in time and count, loopback only, leaves nothing behind.
 */
export async function soak(options: Options): Promise<void> {
  const submits = Math.ceil(options.minutes * 60 * options.rate * 1.02);
  const people = Math.ceil(options.answers / TEN / 10) * 10;
  const waves = Array.from({ length: Math.ceil(submits / people) }, () => 1 as const);
  say(`${people} people, ${people * TEN} answers, ${waves.length} waves to answer`);
  const filled = await fillHouse(options.engine, { people, waves: [10, ...waves] });
  say('everybody is asked');
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-soak-'));
  try {
    await answerTen(filled, filled.waves[0]!.links);
    say('the wave to export is answered');
    printSoak(await load(filled, folder, options));
  } finally {
    await filled.close();
    await rm(folder, { recursive: true });
  }
}

async function load(filled: FilledHouse, folder: string, options: Options): Promise<Seen> {
  const { databaseUrl } = filled.desk.house.env;
  const ahead = join(root, 'tests', 'bench', 'watch-loop.ts');
  const served = await serveOurs({ databaseUrl, secret: SECRET, profile: options.profile, ahead });
  const stopLooking = look(served);
  const stopBeside = await readBeside(served, filled, folder);
  const tokens = filled.waves.slice(1).flatMap(({ links }) => links.map(({ token }) => token));
  const begin = performance.now();
  const pace = { perSecond: options.rate, begin, end: begin + options.minutes * 60_000 };
  const heard = await letAnswer(served.port, tokens, pace);
  const looks = stopLooking();
  const beside = await stopBeside();
  await served.stop();
  const kept = await countKnown(filled, heard.acknowledged);
  return { options, heard, beside, ...looks, kept };
}

/** Memory and event loop of the server, until the returned function is called. */
function look({ pid, child }: Served): () => { resident: number[]; loop: LoopReport[] } {
  const resident: number[] = [];
  const loop: LoopReport[] = [];
  const onReport = (report: unknown) => loop.push(report as LoopReport);
  child.on('message', onReport);
  const timer = setInterval(() => resident.push(residentBytes(pid)), LOOK_EVERY);
  return () => {
    clearInterval(timer);
    child.off('message', onReport);
    // The first one tells of the start.
    return { resident, loop: loop.slice(1) };
  };
}

/** Starts the process that exports and reads results; the returned function ends it and gives what it saw. */
async function readBeside(
  { port }: Served,
  { desk, waves }: FilledHouse,
  folder: string,
): Promise<() => Promise<BesideReport>> {
  const origin = `http://127.0.0.1:${port}`;
  const scopes = ['responses:read'] as const;
  const { token } = await createKey(desk.house, desk.workspace, {
    name: 'Bench',
    scopes,
    actor: desk.memberId,
  });
  const beside: Beside = {
    origin,
    exportPath: `/api/v1/responses?wave=${toSlug('wave', waves[0]!.id)}&format=csv`,
    apiKey: token,
    pagePath: resultsPath(waves[0]!.id),
    cookie: await signIn(origin),
  };
  const file = join(folder, 'beside.json');
  await writeFile(file, JSON.stringify(beside));
  const child = fork(join(root, 'tests', 'bench', 'soak-beside.ts'), [file]);
  process.once('exit', () => child.kill('SIGKILL'));
  return () =>
    new Promise((resolve) => {
      child.once('message', (report) => resolve(report as BesideReport));
      child.send('stop');
    });
}

function say(words: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
}
