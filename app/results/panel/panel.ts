import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { classOf } from '../arithmetic/counts.ts';
import { type ClassValue, paired } from '../arithmetic/difference.ts';
import type { Range } from '../arithmetic/interval.ts';
import type { Change, Verdict } from '../change.ts';
import { formatBetween, formatCount, formatTimes } from '../display.ts';
import type { Figure } from '../figure.ts';
import type { Thresholds } from '../thresholds.ts';

/** One person's scores in two waves of one persona. */
export interface Pair {
  readonly personId: string;
  readonly before: number;
  readonly after: number;
}

/** How the people who answered both waves moved between detractor, passive and promoter. */
export interface Movers {
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/** The same people held against themselves; everybody counts once. */
export interface PairedChange {
  readonly n: number;
  readonly movers: Movers;
  readonly points: Change;
  /** Paired t; only where at least ten changed class, below that it promises too much (DOMAIN 2.1). */
  readonly interval: Range | null;
  /** Exact: each change could as well have gone the other way. */
  readonly p: number;
  readonly verdict: Verdict;
  readonly words: string;
}

export interface PanelCounts {
  /** People heard in both waves, only in this one, and only in the one before. */
  readonly both: number;
  readonly newcomers: number;
  readonly leavers: number;
}

export type Panel =
  /** Names were promised: what the same people said both times, and the others apart. */
  | {
      readonly kind: 'paired';
      readonly counts: PanelCounts;
      readonly before: Figure | null;
      readonly after: Figure | null;
      readonly change: PairedChange | null;
      /** Why there is no comparison; null when there is one. */
      readonly because: string | null;
      readonly newcomers: Figure | null;
      readonly leavers: Figure | null;
      /** Who changed class, the furthest first; only where everybody was heard both times. */
      readonly moved: readonly Moved[];
    }
  /** Nobody was paired up: see `Depth.unread`. */
  | { readonly kind: 'on_demand' | 'too_large' };

export interface Moved {
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

const CHANGED_CLASS = 10;
const LEVEL = 0.05;

/**
 * Null below the size from which two waves are compared.
 * Source: DOMAIN 2.1, two waves of the same people.
 */
export function pairedChange(pairs: readonly Pair[], { compareAnswers }: Thresholds): PairedChange | null {
  if (pairs.length < compareAnswers) return null;
  const classes = pairs.map(({ before, after }) => ({
    before: classValue(before),
    after: classValue(after),
  }));
  const { n, changed, points, lo, hi, pSignFlip: p } = paired(classes);
  const interval = changed >= CHANGED_CLASS ? { lo, hi } : null;
  const movers = moversAmong(classes);
  const told = p <= LEVEL && (interval === null || lo > 0 || hi < 0);
  const direction = points > 0 ? 'up' : 'down';
  const verdict: Verdict = told ? direction : 'cant_tell';
  const words = wordsOf(verdict, interval, p);
  return { n, movers, points: points as Change, interval, p, verdict, words };
}

function moversAmong(classes: readonly { before: ClassValue; after: ClassValue }[]): Movers {
  const up = classes.filter(({ before, after }) => after > before).length;
  const down = classes.filter(({ before, after }) => after < before).length;
  return { up, down, same: classes.length - up - down };
}

const VALUES = { promoter: 1, passive: 0, detractor: -1 } as const satisfies Record<
  ReturnType<typeof classOf>,
  ClassValue
>;

export function classValue(score: number): ClassValue {
  return VALUES[classOf(score)];
}

function wordsOf(verdict: Verdict, interval: Range | null, p: number): string {
  const told = verdict === 'cant_tell' ? 'can’t tell' : verdict;
  if (interval === null) return `${told} (by chance ${formatTimes(p)})`;
  return verdict === 'cant_tell'
    ? `${told} (${formatBetween(interval)})`
    : `${told}, the difference is ${formatBetween(interval)}`;
}

/** "12 buyers answered both waves, 3 only this one, 2 only the one before." */
export function panelSentence(persona: PersonaLabel, { both, newcomers, leavers }: PanelCounts): string {
  const who = formatCount(both, inSentence(persona.name), inSentence(persona.plural));
  return `${who} answered both waves, ${newcomers} only this one, ${leavers} only the one before.`;
}
