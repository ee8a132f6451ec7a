import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import { showingOf } from '../showing.ts';
import type { Thresholds } from '../thresholds.ts';

/**
 * Which groups of a confidential lane must not be shown. The figure of all stands on the same page, so whatever is
 * hidden can be had by subtraction, and so can what is left of a group once its larger accounts, which may be asked for
 * one by one, are taken off. Groups go, the smallest shown first, until every such rest is nobody or enough people at
 * enough accounts (secondary suppression; SDC handbook, chapter 4). What it takes apart are the very groups that add up
 * to the whole: of a second way to cut the same answers it knows nothing, so there is only one.
 */
export function hiddenAmong(
  groups: readonly Sample<ScoreScale>[],
  thresholds: Thresholds,
): ReadonlySet<Sample<ScoreScale>> {
  const hidden = new Set(groups.filter((group) => !standsAlone(group, thresholds)));
  const bySize = [...groups].sort((a, b) => a.n - b.n);
  while (!isSafe([...hidden], thresholds)) {
    const next = bySize.find((group) => !hidden.has(group));
    if (!next) break;
    hidden.add(next);
  }
  return hidden;
}

function standsAlone(group: Sample<ScoreScale>, thresholds: Thresholds): boolean {
  return (
    showingOf(group, thresholds) === 'shown' && isNobodyOrEnough(restOf([group], thresholds), thresholds)
  );
}

/** Whether all that is hidden, and what is left of it without its larger accounts, may be known as sums. */
function isSafe(hidden: readonly Sample<ScoreScale>[], thresholds: Thresholds): boolean {
  const all = accountsOf(hidden);
  return isNobodyOrEnough(all, thresholds) && isNobodyOrEnough(restOf(hidden, thresholds), thresholds);
}

/** Sizes of the accounts whose answers may not be asked for by themselves. */
function restOf(groups: readonly Sample<ScoreScale>[], { showAnswers }: Thresholds): number[] {
  return accountsOf(groups).filter((people) => people < showAnswers);
}

function accountsOf(groups: readonly Sample<ScoreScale>[]): number[] {
  return groups.flatMap(({ n, bySize }) => {
    const named = bySize.flatMap(({ size, accounts }) => Array<number>(accounts).fill(size));
    const unnamed = n - named.reduce((sum, size) => sum + size, 0);
    return unnamed > 0 ? [...named, unnamed] : named;
  });
}

function isNobodyOrEnough(accounts: readonly number[], { showAnswers, showAccounts }: Thresholds): boolean {
  const people = accounts.reduce((sum, count) => sum + count, 0);
  return people === 0 || (people >= showAnswers && accounts.length >= showAccounts);
}
