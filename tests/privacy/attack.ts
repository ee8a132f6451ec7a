import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { CONFIDENCE, type policyFor } from '#app/results/confidence/policy.ts';
import { releaseAnswers } from '#app/results/confidence/release-answers.server.ts';
import { countWaiting } from '#app/results/count-waiting.server.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { brokenOf, type Proof } from '#tests/chaos/figures.ts';
import { openDoors } from '#tests/support/doors.ts';
import { foundTestWorkspace, openTestHouse, type TestHouse } from '#tests/support/house.ts';
import {
  type AskedInConfidence,
  answerAs,
  askInConfidence,
  type Respondent,
  seeded,
} from './asked-in-confidence.ts';
import { Notebook } from './notebook.ts';
import { type Said, SPEAKING, Watcher, type Watching } from './watcher.ts';

export interface Attack {
  engine: Engine;
  people: number;
  days: number;
  seed: number;
  watching: readonly Watching[];
  /** What the product is to hold, for seeing the attack succeed where it holds less. */
  policyOf?: typeof policyFor;
}

/**
 * Somebody who sees what a permission opens writes everything down after every answer for so many days, and works out what
 * follows from it.
 */
export async function attackConfidence(attack: Attack): Promise<Proof> {
  const open = await openTestHouse({ engine: attack.engine });
  const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  const doors = await openDoors(open.house);
  try {
    const asked = await askInConfidence(desk, attack.people, seeded(attack.seed));
    const notebooks = new Map<Notebook, Watcher>();
    for (const as of attack.watching)
      notebooks.set(new Notebook(as, asked), await Watcher.open(as, asked, doors.origin));
    await new Month(open, asked, notebooks, attack).pass();
    return proofOf([...notebooks.keys()], attack);
  } finally {
    await doors.close();
    await open.close();
  }
}

class Month {
  readonly #open: TestHouse;
  readonly #asked: AskedInConfidence;
  readonly #notebooks: ReadonlyMap<Notebook, Watcher>;
  readonly #attack: Attack;
  readonly #answered: Respondent[] = [];

  constructor(
    open: TestHouse,
    asked: AskedInConfidence,
    notebooks: ReadonlyMap<Notebook, Watcher>,
    attack: Attack,
  ) {
    this.#open = open;
    this.#asked = asked;
    this.#notebooks = notebooks;
    this.#attack = attack;
  }

  /** Seven in ten answer, on random days, in random order; two more once the wave was closed, while they still may. */
  async pass(): Promise<void> {
    const { days, seed } = this.#attack;
    const dice = seeded(seed + 1);
    const order = shuffled(this.#asked.respondents, dice).slice(0, Math.floor(this.#attack.people * 0.7));
    const late = order.splice(-2);
    const byDay = Map.groupBy(order, () => dice(days));
    for (let day = 0; day < days; day += 1) {
      this.#open.clock.advance(DAY);
      for (const [at, one] of (byDay.get(day) ?? []).entries()) await this.#answer(one, at === 0);
    }
    const { house, workspace, memberId: actor } = this.#asked.desk;
    await closeWave(house, workspace, { waveId: this.#asked.waveId, actor }, endWithWave);
    for (const one of late) await this.#answer(one, true);
    for (const minutes of [16, 1, 1]) {
      this.#open.clock.advance(minutes * MINUTE);
      await this.#work();
    }
    await this.#readAll();
  }

  /** @param compares also whether anything moved that should not */
  async #answer(one: Respondent, compares: boolean): Promise<void> {
    const before = compares ? await this.#lookAtAll() : null;
    const stood = await this.#standing();
    await answerAs(this.#asked.desk, one);
    this.#answered.push(one);
    await this.#work();
    await this.#readAll();
    if (!before) return;
    const isReleased = (await this.#standing()) !== stood;
    for (const [notebook, said] of await this.#lookAtAll())
      notebook.compare(before.get(notebook)!, said, ({ route }) => isReleased && route in SPEAKING);
  }

  /** What the jobs do within some seconds. */
  async #work(): Promise<void> {
    await countWaiting(this.#open.house);
    await releaseAnswers(this.#open.house, this.#attack.policyOf);
  }

  async #lookAtAll(): Promise<Map<Notebook, Said[]>> {
    const said = new Map<Notebook, Said[]>();
    for (const [notebook, watcher] of this.#notebooks) said.set(notebook, await watcher.lookAtAll());
    return said;
  }

  async #readAll(): Promise<void> {
    for (const [notebook, watcher] of this.#notebooks)
      await notebook.write(await watcher.read(), this.#answered);
  }

  async #standing(): Promise<string> {
    const { db } = this.#open.house;
    const lanes = await db.selectFrom('lane_release').select(['shown_batch', 'opened_batch']).execute();
    const series = await db
      .selectFrom('series_release')
      .select(['persona_id', 'question_key', 'shown'])
      .execute();
    return JSON.stringify([lanes, series]);
  }
}

function proofOf(notebooks: readonly Notebook[], { people, days, seed }: Attack): Proof {
  const each = notebooks.map((notebook) => notebook.report(CONFIDENCE.people));
  const all = (of: (one: (typeof each)[number]) => readonly string[]) =>
    each.flatMap((one) => of(one).map((what) => `${one.as}: ${what}`));
  const [determined, unexplained] = [all((one) => one.determined), all((one) => one.unexplained)];
  const [moved, named] = [all((one) => one.moved), all((one) => one.named)];
  return {
    figures: {
      ...{ people, days, seed, k: CONFIDENCE.people },
      surfaces: each.reduce((sum, one) => sum + one.surfaces, 0),
      numbers: each.reduce((sum, one) => sum + one.numbers, 0),
      equations: each.reduce((sum, one) => sum + one.equations, 0),
      texts: each.reduce((sum, one) => Math.max(sum, one.texts), 0),
      determined: determined.length,
      ...(determined.length > 0 ? { first: determined[0]! } : {}),
    },
    broken: [
      ...brokenOf({
        'no group of fewer than k has a determined sum, count or text': determined.length === 0,
        'something was seen at all': each.every(({ numbers, equations }) => numbers > 0 && equations > 0),
      }),
      ...unexplained.slice(0, 3).map((what) => `a number nobody can explain: ${what}`),
      ...moved.slice(0, 3).map((what) => `an answer moved ${what}`),
      ...named.slice(0, 3).map((what) => `a name, an account or an id of a response stands in ${what}`),
    ],
  };
}

function shuffled<T>(all: readonly T[], dice: (below: number) => number): T[] {
  const left = [...all];
  return all.map(() => left.splice(dice(left.length), 1)[0]!);
}
