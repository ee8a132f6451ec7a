import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareRowsPerSecond } from './bare-rows.ts';
import { timeDeskPages } from './desk-pages.ts';
import { countKept, type FilledHouse, fillHouse, SECRET } from './filled-house.ts';
import { anotherForm, BROWSER, hiddenFields } from './forms.ts';
import type { Options } from './options.ts';
import type { AnswerLink } from './prepare.ts';
import { type Served, serveBare, serveOurs } from './serve.ts';
import { type Name, printMeasures, printOthers, type Rounds } from './table.ts';
import { findWrk, type Measured, measure, writeRequests } from './wrk.ts';

/** A server with its house, and the links that nobody has used yet. */
interface Side {
  name: Name;
  served: Served;
  filled?: FilledHouse;
  pages: string;
  /** Paths and forms still to be sent, each once. */
  unsent: string[];
  acknowledged: number;
  phases: number;
}

/** Links that are opened and never answered. */
const ONLY_OPENED = 5000;
/** Rounds that are not counted: in the first of them a server still compiles what it will run for months. */
const WARM = 3;
/** Submits of one phase at most: what a phase of this length cannot use up. */
const PER_SECOND = 25_000;

/**
 * Times the hot paths against a bare node:http in the same run, on both databases. Only the ratios travel between machines.
 * Bounded in time and count, loopback only, leaves nothing behind.
 */
export async function speed(options: Options): Promise<void> {
  findWrk();
  const folder = await mkdtemp(join(tmpdir(), 'rolecall-bench-'));
  const sides: Side[] = [];
  try {
    for (const engine of ['sqlite', 'postgres'] as const) sides.push(await openSide(engine, options, folder));
    sides.unshift(await bareSide(sides[0]!, folder, options));
    const rounds = await runRounds(sides, folder, options);
    printMeasures(rounds);
    await checkKept(sides, options);
    await printRest(sides, folder, options);
  } finally {
    for (const { served } of sides) await served.stop();
    for (const { filled } of sides) await filled?.close();
    await rm(folder, { recursive: true });
  }
}

async function openSide(engine: 'sqlite' | 'postgres', options: Options, folder: string): Promise<Side> {
  const waves = Array.from({ length: options.waves }, () => 1 as const);
  const filled = await fillHouse(engine, { people: options.people, waves });
  const { databaseUrl } = filled.desk.house.env;
  const served = await serveOurs({ databaseUrl, secret: SECRET, profile: options.profile });
  const links = filled.waves.flatMap((wave) => wave.links);
  const opened = links.splice(0, Math.min(ONLY_OPENED, Math.ceil(links.length / 10))).map(pathOf);
  const page = await readPage(served, opened[0]!);
  const template = hiddenFields(page.text);
  const unsent = links.map((link, i) => `${pathOf(link)}\t${anotherForm(template, link, i % 11)}`);
  const pages = await writeRequests(folder, `${engine}-pages`, opened);
  return { name: engine, served, filled, pages, unsent, acknowledged: 0, phases: 0 };
}

function pathOf({ token }: AnswerLink): string {
  return `/r/${token}`;
}

/** The page must be the whole page: token looked up, persona and account shown. */
async function readPage(served: Served, path: string): Promise<{ text: string; bytes: number }> {
  const answer = await fetch(`http://127.0.0.1:${served.port}${path}`, { headers: BROWSER });
  const text = await answer.text();
  if (answer.status !== 200 || !/Account \d/.test(text) || !/End-user/i.test(text))
    throw new Error(`${path} answered ${answer.status} and no page of a persona at an account`);
  return { text, bytes: Number(answer.headers.get('content-length')) || Buffer.byteLength(text) };
}

async function bareSide(ours: Side, folder: string, options: Options): Promise<Side> {
  const path = ours.unsent[0]!.split('\t')[0]!;
  const { bytes } = await readPage(ours.served, path);
  const served = await serveBare(join(folder, 'bare-http.db'), bytes, options.profile);
  return { name: 'bare', served, pages: ours.pages, unsent: ours.unsent.slice(), acknowledged: 0, phases: 0 };
}

async function runRounds(sides: readonly Side[], folder: string, options: Options): Promise<Rounds> {
  const none = () => ({ bare: [], sqlite: [], postgres: [] });
  const rounds: Rounds = { page: none(), submit: none() };
  const submits = Math.floor(sides[1]!.unsent.length / (options.rounds + WARM));
  for (let round = -WARM; round < options.rounds; round += 1) {
    for (const side of sides) {
      const page = await measurePages(side, options, round);
      if (round >= 0) rounds.page[side.name].push(page);
    }
    for (const side of sides) {
      const submit = await measureSubmits(
        side,
        folder,
        options,
        Math.min(submits, PER_SECOND * options.seconds),
      );
      if (round >= 0) rounds.submit[side.name].push(submit);
    }
  }
  return rounds;
}

function measurePages(
  { served, pages }: Side,
  { seconds, connections }: Options,
  round: number,
): Promise<Measured> {
  return measure(served, { file: pages, round: true, seconds: round < 0 ? 1 : seconds, connections });
}

async function measureSubmits(
  side: Side,
  folder: string,
  { seconds, connections }: Options,
  most: number,
): Promise<Measured> {
  const isBare = side.name === 'bare';
  const lines = isBare ? side.unsent : side.unsent.splice(0, most);
  const file = await writeRequests(folder, `${side.name}-submits`, lines);
  const measured = await measure(side.served, { file, round: isBare, seconds, connections });
  side.acknowledged += measured.requests;
  side.phases += 1;
  return measured;
}

/** Every acknowledged submit is a response; what was still under way when a phase ended may be one too. */
async function checkKept(sides: readonly Side[], { connections }: Options): Promise<void> {
  for (const { name, filled, acknowledged, phases } of sides) {
    if (!filled) continue;
    const kept = await countKept(
      filled,
      filled.waves.map(({ id }) => id),
    );
    if (kept < acknowledged || kept > acknowledged + phases * connections)
      throw new Error(`${name}: ${acknowledged} submits were acknowledged and ${kept} responses are kept`);
    console.log(`${name}: ${acknowledged} submits acknowledged, ${kept} responses kept.`);
  }
}

async function printRest(sides: readonly Side[], folder: string, { people }: Options): Promise<void> {
  const bareRows = bareRowsPerSecond(join(folder, 'bare.db'), people);
  const pages = [];
  for (const { name, served, filled } of sides)
    if (filled) pages.push({ name, ...(await timeDeskPages(served.port, filled)) });
  const imports = sides.flatMap(({ name, filled }) => (filled ? [{ name, rows: filled.imported }] : []));
  printOthers({ people, bareRows, imports, pages });
}
