import type { PersonaLabel } from '#app/persona/persona.ts';
import { type Scale, valuesOf } from './scale.ts';

export interface Wave {
  readonly id: string;
  /** As it stands in a sentence: "spring wave". */
  readonly name: string;
  /** Milliseconds UTC; null while answers still come in. */
  readonly closedAt: number | null;
  /** `link`: whoever came to a page or chat. Absent: people who were asked by name, now or elsewhere. */
  readonly kind?: 'asked' | 'link';
}

/** What was asked. Two samples measure the same thing only when concept, scale and wording are the same. */
export interface Question<S extends Scale = Scale> {
  readonly key: string;
  readonly concept: string;
  readonly scale: S;
  readonly wording: string;
  /** Equal for wordings that read the same. */
  readonly wordingKey: string;
  /** What can be answered, in the order shown; of numbers and days what was answered, in order. */
  readonly options?: readonly string[];
  /** Equal where the same labels stand under the same keys: choices, or the ends of a scale. */
  readonly choicesKey?: string;
  /** Where several things are answered alike; an answer is then `row:column`. */
  readonly grid?: Grid;
  /** Set when these are the answers to one row of a grid. */
  readonly row?: string;
}

export interface Grid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The columns are places, each given once: who left a thing out has answered about it too. */
  readonly ordered: boolean;
}

/** Answers from people outside any account (analysts, partners). Each of them stands for nobody else. */
export const OUTSIDE = 'outside';

/** One account's answers. `accountId` null: an import that didn't say which account. */
export interface AccountAnswers {
  readonly accountId: string | null;
  readonly accountName?: string;
  /** How many gave each value of the scale, in the scale's order: eleven cells for 0 to 10. */
  readonly counts: readonly number[];
  /** People behind the counts; needed where one person gives several, as in `multiple` and in a grid. */
  readonly people?: number;
}

export type Confidentiality = 'attributed' | 'confidential' | 'anonymous';

export interface SampleInput<S extends Scale = Scale> {
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  readonly accounts: readonly AccountAnswers[];
  /** People of this persona who should have been heard, those heard included; null when nobody listed them. */
  readonly known: number | null;
  readonly invited?: number | null;
  readonly confidentiality: Confidentiality;
  /** Set when the answers are one account's on purpose ("End-users at Acme"). */
  readonly within?: { readonly accountId: string; readonly name: string } | null;
  /** Answers of the same persona, wave and question that a filter left out; guards confidential cells. */
  readonly leftOut?: number;
  /** People who preferred not to say: they answered, and are in no count. */
  readonly declined?: number;
}

/**
 * The answers of ONE persona, in ONE wave, to ONE wording of ONE scale: the only input of every statistic.
 * The class never leaves this file, so `mintSample` is the one way to get one, and its private fields keep
 * look-alikes out at compile time.
 */
class Sample<S extends Scale = Scale> {
  readonly #input: SampleInput<S>;

  constructor(input: SampleInput<S>) {
    this.#input = input;
  }

  get persona(): PersonaLabel {
    return this.#input.persona;
  }

  get wave(): Wave {
    return this.#input.wave;
  }

  get question(): Question<S> {
    return this.#input.question;
  }

  get confidentiality(): Confidentiality {
    return this.#input.confidentiality;
  }

  get within(): { readonly accountId: string; readonly name: string } | null {
    return this.#input.within ?? null;
  }

  get leftOut(): number {
    return this.#input.leftOut ?? 0;
  }

  get declined(): number {
    return this.#input.declined ?? 0;
  }

  /** People who answered. */
  get n(): number {
    return this.perAccount.reduce((sum, account) => sum + peopleOf(account), 0);
  }

  get known(): number | null {
    return this.#input.known;
  }

  get invited(): number | null {
    return this.#input.invited ?? null;
  }

  get accountsKnown(): boolean {
    return this.perAccount.every((account) => account.accountId !== null);
  }

  /** Accounts with at least one answer; people outside any account are not one. */
  get accountCount(): number {
    return this.perAccount.filter(({ accountId }) => accountId !== null && accountId !== OUTSIDE).length;
  }

  /** People who answered from outside any account. */
  get outside(): number {
    const outside = this.perAccount.filter((account) => account.accountId === OUTSIDE);
    return outside.reduce((sum, account) => sum + peopleOf(account), 0);
  }

  /** Only accounts that answered. */
  get perAccount(): readonly AccountAnswers[] {
    return this.#input.accounts.filter((account) => peopleOf(account) > 0);
  }

  /** The answers the scale allows, in the order of the histogram. */
  get values(): readonly string[] {
    return valuesOf(this.question.scale, this.question.options ?? []);
  }

  /** What the same people answered about one row of a grid: still one persona, one wave, one question. */
  row(key: string): Sample<S> {
    const { question, accounts } = this.#input;
    const at = question.grid?.rows.indexOf(key) ?? -1;
    if (!question.grid || at < 0) throw new RangeError(`This question has no row ${key}.`);
    const { grid, ...about } = question;
    const width = grid.columns.length;
    const ofRow = ({ counts, people, ...account }: AccountAnswers): AccountAnswers => ({
      ...account,
      counts: counts.slice(at * width, (at + 1) * width),
      ...(grid.ordered && people !== undefined ? { people } : {}),
    });
    return new Sample<S>({
      ...this.#input,
      question: { ...about, row: key, options: grid.columns },
      accounts: accounts.map(ofRow),
    });
  }

  /** The same answers account by account, each a sample of its own; what was answered outside any is in none. */
  byAccount(): Map<string, Sample<S>> {
    const all = this.n;
    const samples = new Map<string, Sample<S>>();
    for (const account of this.perAccount) {
      const { accountId, accountName = '' } = account;
      if (accountId === null || accountId === OUTSIDE) continue;
      const within = { accountId, name: accountName };
      const people = { known: null, invited: null, declined: 0, leftOut: all - peopleOf(account) };
      samples.set(accountId, new Sample<S>({ ...this.#input, ...people, accounts: [account], within }));
    }
    return samples;
  }

  /** How many gave each value, over all accounts: still one persona. */
  get histogram(): readonly number[] {
    return this.values.map((_, cell) =>
      this.perAccount.reduce((sum, account) => sum + (account.counts[cell] ?? 0), 0),
    );
  }
}

export type { Sample };

/**
 * The mint. Only the results store may import it (a dependency rule holds this), because only the store can
 * vouch that the counts were read for one persona. Counts that don't fit the scale, or more people heard than
 * known, are bugs in the reading and throw a RangeError.
 */
export function mintSample<S extends Scale>(input: SampleInput<S>): Sample<S> {
  const sample = new Sample(input);
  for (const account of input.accounts) {
    const fits = account.counts.length === sample.values.length;
    if (!fits || !account.counts.every(isCount) || !isCount(peopleOf(account))) {
      throw new RangeError(`These counts do not fit the scale ${input.question.scale}.`);
    }
  }
  const several = input.question.scale === 'multiple' || input.question.grid !== undefined;
  if (several && input.accounts.some(({ people }) => people === undefined)) {
    throw new RangeError('Ticks are not people: whoever gives several answers must be counted once.');
  }
  if (input.known !== null && input.known < sample.n) {
    throw new RangeError(
      `${sample.n} ${input.persona.plural} were heard, but only ${input.known} are known.`,
    );
  }
  return sample;
}

function peopleOf(account: AccountAnswers): number {
  return account.people ?? account.counts.reduce((sum, count) => sum + count, 0);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
