import type { Respondent } from './asked-in-confidence.ts';
import { determinedGroup } from './determined.ts';
import { fraction, ZERO } from './fraction.ts';
import { isTrueOf, type Seen, saysSomething } from './seen.ts';

/**
 * What somebody knows who writes down every number: who answered in which order, which is taken for known, and the sums over
 * them. One system for each persona and question.
 */
export class Equations {
  readonly #everybody: readonly Respondent[];
  /** Sets of people whose sum is known, by persona and question; each once. */
  readonly #known = new Map<string, Map<string, ReadonlySet<Respondent>>>();
  readonly unexplained = new Set<string>();
  seen = 0;

  constructor(everybody: readonly Respondent[]) {
    this.#everybody = everybody;
  }

  /**
   * @param answered of the persona in the wave, in the order in which they came to count
   * @param released how many of them the product says that it shows: which of several sets is meant where numbers fit them all
   */
  learn(where: string, seen: Seen, answered: readonly Respondent[], released: number): void {
    if (!saysSomething(seen)) return;
    this.seen += 1;
    const counts = [released, ...answered.map((_, at) => answered.length - at)];
    const fits = counts.find((count) => isTrueOf(seen, ...this.#parted(seen, answered.slice(0, count))));
    if (fits === undefined) this.unexplained.add(`${where}: ${JSON.stringify(seen)}`);
    else {
      const [part, left] = this.#parted(seen, answered.slice(0, fits));
      const series = `${seen.wave} ${seen.lane} ${seen.question}`;
      this.know(series, part);
      if (seen.apart !== null) this.know(series, left);
    }
  }

  /** Those whom the numbers are of, and whoever else of the persona is shown beside them. */
  #parted(
    { account, region }: Seen,
    shown: readonly Respondent[],
  ): [people: Respondent[], left: Respondent[]] {
    const isIn = (one: Respondent) =>
      (account === null || one.account === account) && (region === null || one.region === region);
    return [shown.filter(isIn), shown.filter((one) => !isIn(one))];
  }

  know(series: string, people: readonly Respondent[]): void {
    const sets = this.#known.get(series) ?? new Map();
    this.#known.set(series, sets.set(people.map(({ name }) => name).join(), new Set(people)));
  }

  get equations(): number {
    return [...this.#known.values()].reduce((sum, sets) => sum + sets.size, 0);
  }

  /** Groups of fewer than `k` whose sum follows from what is known, by persona and question. */
  determined(k: number): string[] {
    return [...this.#known].flatMap(([series, sets]) => {
      const rows = [...sets.values()].map((set) =>
        this.#everybody.map((one) => (set.has(one) ? fraction(1) : ZERO)),
      );
      const group = determinedGroup(rows, k);
      return group
        ? [`${series}: ${group.length} (${group.map((at) => this.#everybody[at]!.name).join(', ')})`]
        : [];
    });
  }
}
