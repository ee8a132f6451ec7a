import { type Correction, corrected } from './arithmetic/families.ts';
import type { Verdict } from './change.ts';
import type { Difference } from './difference.ts';
import { formatCount } from './display.ts';

/** One difference that a screen shows. Those left to no chance (everybody heard) and those nobody can tell have no p. */
export interface Finding {
  readonly key: string;
  readonly p: number | null;
  readonly verdict: Verdict;
}

/** All differences of one screen taken as one family: of twenty looked at one by one, one is "found" by chance. */
export interface Together {
  readonly method: Correction | 'none';
  /** Differences with a p. */
  readonly size: number;
  /** Adjusted p, by key. */
  readonly adjusted: Readonly<Record<string, number>>;
  /** Keys of those that say up or down by themselves and not among the others. */
  readonly fallen: readonly string[];
  /** Said on the screen; null where one difference stands alone. */
  readonly words: string | null;
}

const LEVEL = 0.05;

const METHOD_WORDS = {
  holm: 'Holm’s correction',
  benjamini_hochberg: 'the correction of Benjamini and Hochberg, for long lists',
} as const satisfies Record<Correction, string>;

export function judgeTogether(findings: readonly Finding[]): Together {
  const left = findings.filter(({ p }) => p !== null);
  const { method, adjusted } = corrected(left.map(({ p }) => p ?? 1));
  const claims = left.map(({ key, verdict }, at) => ({ key, verdict, p: adjusted[at]! }));
  const told = claims.filter(({ verdict }) => verdict === 'up' || verdict === 'down');
  const fallen = left.length < 2 ? [] : told.filter(({ p }) => p > LEVEL).map(({ key }) => key);
  return {
    method: left.length < 2 ? 'none' : method,
    size: left.length,
    adjusted: Object.fromEntries(claims.map(({ key, p }) => [key, p])),
    fallen,
    words: left.length < 2 ? null : wordsOf(left.length, told.length - fallen.length, method),
  };
}

/** How a difference reads that does not hold among the others. */
export function fallenWords(words: string, { size }: Together): string {
  return `can’t tell (${words} if it were the only one; among the ${size} on this page it may be chance)`;
}

function wordsOf(size: number, holding: number, method: Correction): string {
  const looked = `${formatCount(size, 'difference')} stand on this page, each within one persona, so each is judged as one of ${size} (${METHOD_WORDS[method]}).`;
  if (holding === 0) return `${looked} None of them can be told from chance.`;
  return `${looked} ${holding === 1 ? 'One holds.' : `${holding} hold.`}`;
}

/** A difference of the screen, by its key, as it reads among the others. */
export function wordsAmong(key: string, words: string, together: Together): string {
  return together.fallen.includes(key) ? fallenWords(words, together) : words;
}

/** A change that does not hold among the others of the screen is told as one that nobody can tell. */
export function heldAmong(key: string, since: Difference | null, together: Together): Difference | null {
  if (since === null || !together.fallen.includes(key)) return since;
  const words = fallenWords(since.words, together);
  return Object.freeze({ ...since, verdict: 'cant_tell', words }) as Difference;
}
