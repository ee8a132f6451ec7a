import { type Against, holdAgainst } from '../against.ts';
import { type Figure, figureOf } from '../figure.ts';
import type { AccountAnswers } from '../gathered.ts';
import { mintPart, type Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import type { Thresholds } from '../thresholds.ts';
import type { Group, Way } from './cut.ts';
import { hiddenAmong } from './suppress.ts';

/** The answers of those of one persona who fall in one group, and how many of them are known. */
export interface GroupAnswers {
  /** null: nobody says in which group they fall. */
  readonly group: Group | null;
  readonly accounts: readonly AccountAnswers[];
  readonly known: number | null;
  /** Set where the group is one account on purpose. */
  readonly within?: { readonly accountId: string; readonly name: string };
}

/** One group of ONE persona. Withheld ones carry a name and nothing else. */
export type BreakdownRow =
  | {
      readonly kind: 'shown';
      readonly key: string;
      /** "Buyers, Region: North": a row that is cut out still says whose it is. */
      readonly title: string;
      readonly label: string;
      readonly figure: Figure;
      /** Against everybody else of the persona; null where nobody else answered. */
      readonly rest: Against | null;
    }
  | { readonly kind: 'withheld'; readonly key: string; readonly title: string; readonly label: string };

/** One persona's answers by one attribute, and what else could be asked for. */
export interface Breakdown {
  /** Ways on offer; in confidence those of which one may still be decided. */
  ways: Way[];
  /** The way that is shown; null while none was asked for. */
  way: Way | null;
  rows: BreakdownRow[];
  /** Groups beyond those shown: they have fewest people known and heard. */
  further: number;
  /** How the answers were given decides what may be asked. */
  rule: 'open' | 'decide_once' | 'decided' | 'not_closed' | 'unlinkable';
  /** Why there are no rows where some were asked for; null where there are. */
  because: 'too_large' | 'no_score' | 'unknown' | 'not_decided' | 'more_since' | null;
}

export const UNKNOWN = 'Not known';

/** Groups on one screen; beyond it those with the fewest answers are counted and not shown. */
export const MOST_ROWS = 40;

/**
 * One persona's answers, group by group: each with its figure under the rules of showing, and held against the rest of
 * the same persona. Groups stand by name, which is no ranking; those whose group is not known come last.
 */
export function breakDown(
  whole: Sample<ScoreScale>,
  groups: readonly GroupAnswers[],
  about: { name: string },
  thresholds: Thresholds,
): { rows: BreakdownRow[]; further: number } {
  const parts = [...groups]
    .sort(byName)
    .map((one) => ({ ...one, sample: partOf(whole, one) }))
    .filter(({ sample, known }) => sample.n > 0 || (known ?? 0) > 0);
  const samples = parts.map(({ sample }) => sample);
  const hidden = whole.confidentiality === 'attributed' ? null : hiddenAmong(samples, thresholds);
  const known = parts.some((one) => one.known === null)
    ? null
    : parts.reduce((sum, one) => sum + (one.known ?? 0), 0);
  const shown = largest(parts);
  const all = { accounts: joined(parts.flatMap(({ accounts }) => accounts)), known };
  const rows = shown.sort(byName).map((part): BreakdownRow => {
    const label = part.group?.label ?? UNKNOWN;
    const title = `${whole.persona.plural}, ${about.name}: ${label}`;
    const row = { key: part.group?.key ?? '', label, title };
    if (hidden?.has(part.sample)) return { kind: 'withheld', ...row };
    const rest = restOf(whole, part, all, thresholds);
    return { kind: 'shown', ...row, figure: figureOf(part.sample, thresholds), rest };
  });
  return { rows, further: parts.length - shown.length };
}

type Part = GroupAnswers & { readonly sample: Sample<ScoreScale> };

function largest(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => b.sample.n - a.sample.n).slice(0, MOST_ROWS);
}

function partOf(whole: Sample<ScoreScale>, group: GroupAnswers): Sample<ScoreScale> {
  return mintPart(whole, { accounts: group.accounts, known: knownOf(group), within: group.within });
}

/** An account whose people fall in several groups is one account of the whole. */
function joined(accounts: readonly AccountAnswers[]): AccountAnswers[] {
  const byId = new Map<string | null, AccountAnswers>();
  for (const account of accounts) {
    const before = byId.get(account.accountId);
    const counts = account.counts.map((count, cell) => count + (before?.counts[cell] ?? 0));
    byId.set(account.accountId, { ...account, counts });
  }
  return [...byId.values()];
}

/** Everybody else of the same persona; null where nobody else answered. */
function restOf(
  whole: Sample<ScoreScale>,
  part: Part,
  all: Pick<GroupAnswers, 'accounts' | 'known'>,
  thresholds: Thresholds,
): Against | null {
  const own = new Map(part.accounts.map(({ accountId, counts }) => [accountId, counts]));
  const accounts = all.accounts.map((account) => ({
    ...account,
    counts: account.counts.map((count, cell) =>
      Math.max(0, count - (own.get(account.accountId)?.[cell] ?? 0)),
    ),
  }));
  const known = all.known === null || part.known === null ? null : all.known - part.known;
  const rest = mintPart(whole, { accounts, known: knownOf({ accounts, known }) });
  return rest.n === 0 ? null : holdAgainst(part.sample, rest, { other: 'the rest' }, thresholds);
}

/** Somebody who was given the role later can be heard and not known; then there is no list to be a part of. */
function knownOf({ accounts, known }: Pick<GroupAnswers, 'accounts' | 'known'>): number | null {
  const heard = accounts.reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0);
  return known !== null && known < heard ? null : known;
}

function byName(a: GroupAnswers, b: GroupAnswers): number {
  if (a.group === null || b.group === null) return Number(a.group === null) - Number(b.group === null);
  return a.group.label.localeCompare(b.group.label, 'en', { numeric: true, sensitivity: 'base' });
}
