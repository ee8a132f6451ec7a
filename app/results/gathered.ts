import { type BySize, bySizeOf } from './arithmetic/by-size.ts';
import { answersIn, type Counts, countsOf } from './arithmetic/counts.ts';

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

/**
 * What every statistic needs of the answers of ONE persona to one question, whatever the number of accounts they came
 * from: the rollup holds just this, so that a figure costs the same of ten accounts and of twenty thousand.
 */
export interface Gathered {
  /** People who answered. */
  readonly people: number;
  /** Those of them whose account nobody knows. */
  readonly unnamed: number;
  readonly outside: number;
  /** Accounts with at least one answer; people outside any account are not one. */
  readonly accounts: number;
  /** Over all of them, in the scale's order. */
  readonly histogram: readonly number[];
  /** Known accounts, and everybody outside any account alone. Only on a scale of 0 to 10 do the nets mean anything. */
  readonly bySize: readonly BySize[];
  /** The account that most people answered from; of several the one with the smallest id. */
  readonly largest: Largest | null;
  /** Of a grid the same for each row. */
  readonly rows?: ReadonlyMap<string, Gathered>;
}

interface Largest {
  readonly accountId: string;
  readonly accountName: string | null;
  readonly people: number;
}

export function peopleOf({ people, counts }: AccountAnswers): number {
  return people ?? counts.reduce((sum, count) => sum + count, 0);
}

/** Accounts added up, for a scale of so many values. `isScore`: 0 to 10, where each account has a score of its own. */
export function gather(
  accounts: readonly AccountAnswers[],
  { cells, isScore }: { cells: number; isScore: boolean },
): Gathered {
  const answered = accounts.filter((account) => peopleOf(account) > 0);
  const named = answered.filter(({ accountId }) => accountId !== null && accountId !== OUTSIDE);
  const peopleAt = (id: string | null) =>
    answered.reduce((sum, one) => sum + (one.accountId === id ? peopleOf(one) : 0), 0);
  return {
    people: answered.reduce((sum, one) => sum + peopleOf(one), 0),
    unnamed: peopleAt(null),
    outside: peopleAt(OUTSIDE),
    accounts: named.length,
    histogram: Array.from({ length: cells }, (_, cell) =>
      answered.reduce((sum, { counts }) => sum + (counts[cell] ?? 0), 0),
    ),
    bySize: bySizeOf(answered.flatMap((one) => (one.accountId === null ? [] : voicesOf(one, isScore)))),
    largest: largestOf(named),
  };
}

/** People outside any account speak for themselves only, so each is a voice of one answer. */
function voicesOf(account: AccountAnswers, isScore: boolean): Counts[] {
  const people = peopleOf(account);
  const counts = isScore ? countsOf(account.counts) : { promoters: 0, passives: people, detractors: 0 };
  if (account.accountId !== OUTSIDE) return [counts];
  const { promoters, passives, detractors } = counts;
  const none = { promoters: 0, passives: 0, detractors: 0 };
  return [
    ...Array.from({ length: promoters }, () => ({ ...none, promoters: 1 })),
    ...Array.from({ length: passives }, () => ({ ...none, passives: 1 })),
    ...Array.from({ length: detractors }, () => ({ ...none, detractors: 1 })),
  ].filter((voice) => answersIn(voice) > 0);
}

function largestOf(named: readonly AccountAnswers[]): Largest | null {
  const [first, ...others] = named.map((account) => ({
    accountId: account.accountId!,
    accountName: account.accountName ?? null,
    people: peopleOf(account),
  }));
  return others.reduce<Largest | null>((top, next) => (isLarger(next, top!) ? next : top), first ?? null);
}

/** More people, or as many and the smaller id: one of them, whoever adds up. */
export function isLarger(
  one: { accountId: string; people: number },
  other: { accountId: string; people: number },
): boolean {
  if (one.people !== other.people) return one.people > other.people;
  return one.accountId < other.accountId;
}
