import type { PersonaLabel } from '#app/persona/persona.ts';
import type { BySize } from './arithmetic/by-size.ts';
import { type AccountAnswers, type Gathered, gather, peopleOf } from './gathered.ts';
import { isScoreScale, type Scale, valuesOf } from './scale.ts';

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

export type Confidentiality = 'attributed' | 'confidential' | 'anonymous';

export interface SampleInput<S extends Scale = Scale> {
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  readonly question: Question<S>;
  /** Account by account, or gathered as the rollup keeps them. */
  readonly accounts: readonly AccountAnswers[] | Gathered;
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
  readonly #gathered: Gathered;

  constructor(input: SampleInput<S>) {
    this.#input = input;
    const shape = { cells: this.values.length, isScore: isScoreScale(input.question.scale) };
    this.#gathered = isGathered(input.accounts) ? input.accounts : gather(input.accounts, shape);
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
    return this.#gathered.people;
  }

  get known(): number | null {
    return this.#input.known;
  }

  get invited(): number | null {
    return this.#input.invited ?? null;
  }

  get accountsKnown(): boolean {
    return this.#gathered.unnamed === 0;
  }

  /** Accounts with at least one answer; people outside any account are not one. */
  get accountCount(): number {
    return this.#gathered.accounts;
  }

  /** People who answered from outside any account. */
  get outside(): number {
    return this.#gathered.outside;
  }

  /** Whom "each account counts once" counts: accounts that answered, and everybody outside any account alone. */
  get bySize(): readonly BySize[] {
    return this.#gathered.bySize;
  }

  /** The account that most people answered from; null where none is known. */
  get largest(): Gathered['largest'] {
    return this.#gathered.largest;
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
    return new Sample<S>({
      ...this.#input,
      question: { ...about, row: key, options: grid.columns },
      accounts: isGathered(accounts) ? accounts.rows!.get(key)! : accounts.map(rowAt(at, grid)),
    });
  }

  /** How many gave each value, over all accounts: still one persona. */
  get histogram(): readonly number[] {
    return this.#gathered.histogram;
  }
}

function isGathered(accounts: readonly AccountAnswers[] | Gathered): accounts is Gathered {
  return 'bySize' in accounts;
}

function rowAt(at: number, { columns, ordered }: Grid) {
  const width = columns.length;
  return ({ counts, people, ...account }: AccountAnswers): AccountAnswers => ({
    ...account,
    counts: counts.slice(at * width, (at + 1) * width),
    ...(ordered && people !== undefined ? { people } : {}),
  });
}

export type { Sample };

/**
 * The mint. Only the results store may import it (a dependency rule holds this), because only the store can
 * vouch that the counts were read for one persona. Counts that don't fit the scale, or more people heard than
 * known, are bugs in the reading and throw a RangeError.
 */
export function mintSample<S extends Scale>(input: SampleInput<S>): Sample<S> {
  const sample = new Sample(input);
  const { accounts } = input;
  const fits = isGathered(accounts)
    ? addsUp(accounts, sample.values.length, input.question.grid?.rows ?? [])
    : accounts.every(
        (account) =>
          account.counts.length === sample.values.length &&
          account.counts.every(isCount) &&
          isCount(peopleOf(account)),
      );
  if (!fits) throw new RangeError(`These counts do not fit the scale ${input.question.scale}.`);
  const several = input.question.scale === 'multiple' || input.question.grid !== undefined;
  if (several && !isGathered(accounts) && accounts.some(({ people }) => people === undefined)) {
    throw new RangeError('Ticks are not people: whoever gives several answers must be counted once.');
  }
  if (input.known !== null && input.known < sample.n) {
    throw new RangeError(
      `${sample.n} ${input.persona.plural} were heard, but only ${input.known} are known.`,
    );
  }
  return sample;
}

/** Everybody is at an account, outside any, or at one nobody knows; and so in each row. */
function addsUp({ histogram, bySize, ...of }: Gathered, cells: number, rows: readonly string[]): boolean {
  const placed = bySize.reduce((sum, { size, accounts }) => sum + size * accounts, 0);
  const counts = [
    ...histogram,
    of.people,
    of.unnamed,
    of.accounts,
    ...bySize.map(({ accounts }) => accounts),
  ];
  if (histogram.length !== cells || !counts.every(isCount) || placed + of.unnamed !== of.people) return false;
  return rows.every((row) => {
    const own = of.rows?.get(row);
    return own !== undefined && addsUp(own, cells / rows.length, []);
  });
}

/**
 * Some of the people behind a sample, chosen by something else than what they answered: the same persona, wave and
 * question, so what they answered is one sample again. The rest is left out, which guards confidential cells.
 */
export function mintPart<S extends Scale>(
  whole: Sample<S>,
  part: Pick<SampleInput<S>, 'known' | 'within'> & { accounts: readonly AccountAnswers[] },
): Sample<S> {
  const { persona, wave, question, confidentiality } = whole;
  const n = part.accounts.reduce((sum, account) => sum + peopleOf(account), 0);
  return mintSample<S>({ persona, wave, question, confidentiality, ...part, leftOut: whole.n - n });
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
