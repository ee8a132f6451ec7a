/** What a proof found: its figures, and in words every promise that did not hold. */
export interface Proof {
  figures: Figures;
  broken: string[];
}

export type Figures = { [name: string]: number | string | Figures };

/** Several proofs as one: the figures of each by its name. */
export function together(proofs: Readonly<Record<string, Proof>>): Proof {
  const all = Object.entries(proofs);
  return {
    figures: Object.fromEntries(all.map(([name, { figures }]) => [name, figures])),
    broken: all.flatMap(([name, { broken }]) => broken.map((promise) => `${name}: ${promise}`)),
  };
}

/** The promises that did not hold, of sentences with whether they do. */
export function brokenOf(promises: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(promises).flatMap(([promise, holds]) => (holds ? [] : [promise]));
}

/** The value below which this share of them lies. */
export function shareOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}
