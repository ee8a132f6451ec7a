import { randomInt } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import type { Engine } from '#db/migrations/kit.ts';
import { cpuSeconds } from '#tests/bench/processes.ts';
import { freePort } from '#tests/support/process.ts';
import { hiddenFields } from '#tests/support/respond.ts';
import { compareKept, type Told } from './answers-kept.ts';
import { type Asked, askPeople } from './asked-people.ts';
import { Caller, type Fields, insist, openAgent, type Reply } from './caller.ts';
import { brokenOf, type Proof, shareOf } from './figures.ts';
import { fillIn, LONG_SURVEY, planOf } from './long-survey.ts';
import { serve } from './served.ts';

export interface Killing {
  engine: Engine;
  respondents: number;
  kills: number;
  /** Between a kill and the first page again, ms. */
  backWithin: number;
}

/** Kills the server again and again while people answer, and compares what they were told with what was kept. */
export async function chaosOfAnswers({ engine, respondents, kills, backWithin }: Killing): Promise<Proof> {
  const { databaseUrl, people, drop } = await askPeople(engine, LONG_SURVEY, respondents);
  const port = await freePort();
  const agent = openAgent();
  const crowd = people.map((asked, number) => new Respondent(asked, number, new Caller(port, agent)));
  const pages: number[] = [];
  const work: number[] = [];
  let server = await serve({ databaseUrl, port });
  try {
    const answering: Promise<void>[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      for (const one of shareFor(crowd, kill, kills))
        answering.push(rest(randomInt(0, APART)).then(() => one.answer()));
      await someProgress(crowd, respondents / kills);
      const since = performance.now();
      await server.kill();
      server = await serve({ databaseUrl, port });
      await firstPage(() => new Caller(port, agent).get(`/r/${people[0]!.answer}`));
      pages.push(performance.now() - since);
      work.push(1000 * cpuSeconds(server.pid));
    }
    await Promise.all(answering);
    await server.stop();
    return prove(
      await compareKept(
        databaseUrl,
        crowd.map(({ told }) => told),
      ),
      crowd,
      { pages, work, backWithin },
    );
  } finally {
    agent.destroy();
    await server.kill();
    await drop();
  }
}

async function firstPage(ask: () => Promise<Reply>): Promise<void> {
  for (;;) {
    const reply = await ask().catch(() => null);
    if (reply?.status === 200) return;
    await rest(10);
  }
}

/** A server lives until some of those who have just begun are done and others not, or for as long as that may take. */
async function someProgress(crowd: readonly Respondent[], share: number): Promise<void> {
  const received = () => crowd.filter(({ told }) => told.isReceived).length;
  const goal = received() + Math.floor((share * randomInt(0, 80)) / 100);
  const latest = performance.now() + LIVES_AT_MOST;
  await rest(40);
  while (received() < goal && performance.now() < latest) await rest(10);
}

const LIVES_AT_MOST = 4000;
/** Nobody begins at the same moment, ms: people in step are all done at once, and a kill then takes nothing from anybody. */
const APART = 300;

/** Everybody begins somewhere between the first kill and the last. */
function shareFor<T>(all: readonly T[], kill: number, kills: number): T[] {
  return all.slice(Math.floor((all.length * kill) / kills), Math.floor((all.length * (kill + 1)) / kills));
}

function prove(
  kept: Awaited<ReturnType<typeof compareKept>>,
  crowd: readonly Respondent[],
  { pages, work, backWithin }: { pages: readonly number[]; work: readonly number[]; backWithin: number },
): Proof {
  const strange = crowd.flatMap(({ strange }) => strange);
  const finished = crowd.filter(({ number }) => !leavesHalfWay(number)).length;
  // What it took of a processor is the same however busy the machine is.
  const back = {
    ...{ back_ms_median: shareOf(pages, 0.5), back_ms_most: shareOf(pages, 1) },
    back_processor_ms_median: shareOf(work, 0.5),
  };
  const lost = crowd.reduce((sum, one) => sum + one.lost, 0);
  return {
    figures: { ...kept, kills: pages.length, tries_lost: lost, ...back, strange: strange.length },
    broken: [
      ...brokenOf({
        'every acknowledged answer is there and equal': kept.acknowledged_missing === 0,
        'everybody who went on was received': kept.acknowledged === finished,
        'no invitation answers twice': kept.doubled === 0,
        'no response lacks an answer': kept.torn === 0,
        'every acknowledged save is there': kept.saves_missing === 0,
        'nothing half-written stays behind an answer': kept.left_behind === 0,
        'the tallies are what a recount gives': kept.tally_differences === 0,
        'some tries were lost, or nothing was proven': lost > 0,
        [`a page comes back within ${backWithin} ms`]: back.back_ms_most <= backWithin,
      }),
      ...new Set(strange),
    ],
  };
}

/** One in ten closes the page after two of three. */
function leavesHalfWay(number: number): boolean {
  return number % 10 === 9;
}

/** Somebody who answers all pages, tries again while nothing answers, and writes down what they were told. */
class Respondent {
  readonly told: Told;
  readonly number: number;
  /** Replies other than the ones that there should be. */
  readonly strange: string[] = [];
  lost = 0;
  readonly #caller: Caller;
  readonly #path: string;

  constructor(asked: Asked, number: number, caller: Caller) {
    this.number = number;
    this.told = { invitationId: asked.invitationId, plan: planOf(number), isReceived: false, saved: null };
    this.#caller = caller;
    this.#path = `/r/${asked.answer}`;
  }

  async answer(): Promise<void> {
    let page = await this.#insist(() => this.#caller.get(this.#path));
    for (let presses = 0; presses < 8; presses += 1) {
      if (page.status !== 200) return void this.strange.push(`a page answered ${page.status}`);
      const form = fillIn(page.text, this.told.plan);
      const revision = this.number % 3 === 0 ? await this.#keep(form) : null;
      if (presses === 2 && leavesHalfWay(this.number)) return;
      const sent = revision === null ? form : { ...form, revision };
      page = await this.#insist(() => this.#caller.post(this.#path, sent));
      if (page.status === 303) {
        this.told.isReceived = true;
        return;
      }
      this.#noteSaved(form, Number(hiddenFields(page.text).revision?.[0] ?? 0));
    }
    this.strange.push('a survey without an end');
  }

  /** What the script does by itself between two presses. */
  async #keep(form: Fields): Promise<string | null> {
    const kept = await this.#insist(() => this.#caller.post(this.#path, { ...form, go: 'keep' }));
    const revision = String(kept.headers['x-revision'] ?? '');
    if (kept.status === 204) this.#noteSaved(form, Number(revision));
    // After a lost reply the page knows an older state than its own.
    else if (kept.status !== 409) this.strange.push(`a save answered ${kept.status}`);
    return revision || null;
  }

  #noteSaved(form: Fields, revision: number): void {
    const known = this.told.plan;
    const fields = Object.entries(form).flatMap(([field]) => (known[field] ? [[field, known[field]]] : []));
    if (revision > 0) this.told.saved = { fields: Object.fromEntries(fields), revision };
  }

  #insist(ask: () => Promise<Reply>): Promise<Reply> {
    return insist(() =>
      ask().catch((fault: Error) => {
        this.lost += 1;
        throw fault;
      }),
    );
  }
}
