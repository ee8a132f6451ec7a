import type { Sample } from '../sample.ts';
import type { Showing } from '../showing.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Band, bandOf } from './band.ts';
import { isInConfidence, policyFor } from './policy.ts';

/** How many people stand behind something, as far as it is told. */
export interface ToldPeople {
  /** In confidence the least of the band, and 0 where nothing is told. */
  readonly n: number;
  /** Null where n is how many there are, or nothing is told. */
  readonly band: Band | null;
  /** In confidence the fewest that a figure needs; null: accounts are not known. */
  readonly accounts: number | null;
  /** People from outside any account. */
  readonly outside: number;
}

/** Counts are hidden with what they count: a number of people beside a withheld figure is a figure of few. */
export function toldPeople(sample: Sample, showing: Showing, thresholds: Thresholds): ToldPeople {
  const { n, accountsKnown, accountCount, outside, confidentiality } = sample;
  if (!isInConfidence(confidentiality))
    return { n, band: null, accounts: accountsKnown ? accountCount : null, outside };
  const band = showing === 'shown' ? bandOf(n, policyFor(thresholds)) : null;
  return {
    n: band?.from ?? 0,
    band: band && band.from < band.to ? band : null,
    accounts: accountsKnown && band ? thresholds.showAccounts : null,
    outside: 0,
  };
}
