import { CONFIDENCE } from '#app/results/confidence/policy.ts';
import type { Engine } from '#db/migrations/kit.ts';
import { brokenOf, type Proof } from '#tests/chaos/figures.ts';
import { openDoors } from '#tests/support/doors.ts';
import { foundTestWorkspace, openTestHouse } from '#tests/support/house.ts';
import { askInConfidence } from './asked-in-confidence.ts';
import { seeded } from './dice.ts';
import { Month, type Weeks } from './month.ts';
import { Notebook, type Report } from './notebook.ts';
import { Watcher, type Watching } from './watcher.ts';

export interface Attack extends Weeks {
  engine: Engine;
  people: number;
  watching: readonly Watching[];
}

/**
 * Somebody who sees what a permission opens writes everything down after every answer for so many days, and works out what
 * follows from it.
 */
export async function attackConfidence(attack: Attack): Promise<Proof> {
  return proofOf(await watchConfidence(attack), attack);
}

/** The same as what each watcher wrote down. */
export async function watchConfidence(attack: Attack): Promise<Report[]> {
  const open = await openTestHouse({ engine: attack.engine });
  const desk = { house: open.house, ...(await foundTestWorkspace(open.house)) };
  const doors = await openDoors(open.house);
  try {
    const asked = await askInConfidence(desk, attack.people, seeded(attack.seed));
    const notebooks = new Map<Notebook, Watcher>();
    for (const as of attack.watching)
      notebooks.set(new Notebook(as, asked), await Watcher.open(as, asked, doors.origin));
    await new Month(open, asked, notebooks, attack).pass();
    return [...notebooks.keys()].map((notebook) => notebook.report(CONFIDENCE.people));
  } finally {
    await doors.close();
    await open.close();
  }
}

function proofOf(each: readonly Report[], { people, days, seed }: Attack): Proof {
  const all = (of: (one: Report) => readonly string[]) =>
    each.flatMap((one) => of(one).map((what) => `${one.as}: ${what}`));
  const [determined, unexplained] = [all((one) => one.determined), all((one) => one.unexplained)];
  const [moved, named] = [all((one) => one.moved), all((one) => one.named)];
  const apart = all((one) => one.apart);
  return {
    figures: {
      ...{ people, days, seed, k: CONFIDENCE.people },
      surfaces: each.reduce((sum, one) => sum + one.surfaces, 0),
      numbers: each.reduce((sum, one) => sum + one.numbers, 0),
      kinds: new Set(each.flatMap(({ spoke }) => spoke)).size,
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
      ...apart.slice(0, 3).map((what) => `a persona of nobody is told from one of a few in ${what}`),
    ],
  };
}
