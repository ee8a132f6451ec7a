import { accountsIn } from './arithmetic/by-size.ts';
import type { CountedQuestion } from './asked-question.ts';
import type { AccountAnswers, Gathered } from './gathered.ts';
import type { TallyRow } from './lane-count.ts';
import { type PartSums, type Sums, WHOLE } from './lane-sums.ts';
import type { Question } from './sample.ts';

const NOBODY: PartSums = { unnamed: 0, bySize: [], largest: null };

/** The sums of a question as a sample takes them; `names` are those of the accounts that most people answered from. */
export function gatheredOf(
  { values, parts }: Sums,
  { grid }: Pick<Question, 'grid'>,
  cells: readonly string[],
  names: ReadonlyMap<string, string>,
): Gathered {
  const histogram = cells.map((value) => values.get(value) ?? 0);
  const whole = partOf(parts.get(WHOLE), histogram, names);
  if (!grid) return whole;
  const width = grid.columns.length;
  const rows = grid.rows.map((key, at): [string, Gathered] => {
    const own = histogram.slice(at * width, (at + 1) * width);
    // Whoever left a thing out of an order has answered about it too.
    return [key, grid.ordered ? { ...whole, histogram: own } : partOf(parts.get(key), own, names)];
  });
  return { ...whole, rows: new Map(rows) };
}

function partOf(
  { unnamed, bySize, largest }: PartSums = NOBODY,
  histogram: readonly number[],
  names: ReadonlyMap<string, string>,
): Gathered {
  return {
    people: peopleIn({ unnamed, bySize }),
    ...{ unnamed, outside: 0, accounts: accountsIn(bySize), histogram, bySize },
    largest: largest && { ...largest, accountName: names.get(largest.accountId) ?? null },
  };
}

export function peopleIn({ unnamed, bySize }: Pick<PartSums, 'unnamed' | 'bySize'> = NOBODY): number {
  return bySize.reduce((sum, { size, accounts }) => sum + size * accounts, unnamed);
}

/** Cells of the tally, account by account. */
export function accountsOf(
  rows: readonly TallyRow[],
  { reading }: CountedQuestion,
  values: readonly string[],
): AccountAnswers[] {
  const cells = new Map(values.map((value, cell) => [value, cell]));
  const accounts = new Map<string | null, { accountName?: string; counts: number[]; behind: number }>();
  for (const { accountId, accountName, value, people } of rows) {
    const account = accounts.get(accountId) ?? {
      accountName: accountName ?? undefined,
      counts: values.map(() => 0),
      behind: 0,
    };
    accounts.set(accountId, account);
    const cell = cells.get(value);
    if (cell !== undefined) account.counts[cell]! += people;
    // Whoever prefers not to say stands behind no count.
    else if (value === '') account.behind += people;
  }
  // Where one person gives several values, the tally's empty value counts the people behind them.
  const several = reading.view === 'grid' || (reading.view === 'shares' && reading.several);
  return [...accounts].map(([accountId, { behind, ...account }]) => ({
    accountId,
    ...account,
    ...(several ? { people: behind } : {}),
  }));
}
