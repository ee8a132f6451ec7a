import type { PersonaLabel } from '#app/persona/persona.ts';
import { mover } from './arithmetic/difference.ts';
import {
  type Basis,
  type Estimate,
  leadingBasis,
  perAccountEstimate,
  perPersonEstimate,
} from './arithmetic/estimate.ts';
import type { Range } from './arithmetic/interval.ts';
import { type Mismatch, mismatchOfWaves } from './comparable.ts';
import { quietEstimate } from './confidence/shown-estimate.ts';
import { formatBetween, formatDistance } from './display.ts';
import { type Figure, figureOf, type Score } from './figure.ts';
import { heardIn } from './heard.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const unit: unique symbol;
declare const minted: unique symbol;

/** Points from -200 to +200 by which a score moved; not a score. */
export type Change = number & { readonly [unit]: 'change' };

/** `same` is said only of two waves in which everybody was heard. */
export type Verdict = 'up' | 'down' | 'same' | 'cant_tell';

interface Ends<S extends ScoreScale> {
  readonly [minted]: 'difference';
  readonly persona: PersonaLabel;
  readonly earlier: Figure<S>;
  readonly later: Figure<S>;
  readonly verdict: Verdict;
  /** "can’t tell (between −33 and +17)", "up, the difference is between +4 and +85". */
  readonly words: string;
}

/** Two waves of one persona. Without comparable scores the figures stand side by side and nobody can tell. */
export type Difference<S extends ScoreScale = ScoreScale> =
  | (Ends<S> & {
      readonly kind: 'difference';
      readonly basis: Basis;
      /** The two scores on the basis they are compared on, which need not be the one that leads elsewhere. */
      readonly from: Score;
      readonly to: Score;
      readonly points: Change;
      /** null when everybody was heard both times: then the difference is exact. */
      readonly interval: Range | null;
    })
  | (Ends<S> & { readonly kind: 'too_few' | 'wave_open' })
  | (Ends<S> & { readonly kind: 'line_broken'; readonly by: Mismatch });

/**
 * What changed between two waves of the same persona: MOVER on the two intervals that are on screen. Compared
 * per person when people lead in both waves, else per account. Two personas throw: that is a gap, not a change.
 */
export function differenceBetween<S extends ScoreScale>(
  earlier: Sample<S>,
  later: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): Difference<S> {
  if (earlier.persona.id !== later.persona.id) {
    throw new RangeError('A change needs two waves of one persona; between two personas there is a gap.');
  }
  const ends = {
    persona: later.persona,
    earlier: figureOf(earlier, thresholds),
    later: figureOf(later, thresholds),
  };
  return Object.freeze({ ...ends, ...findingOf(earlier, later, ends, thresholds) }) as Difference<S>;
}

function findingOf(
  earlier: Sample<ScoreScale>,
  later: Sample<ScoreScale>,
  ends: { earlier: Figure; later: Figure },
  thresholds: Thresholds,
) {
  const by = mismatchOfWaves(earlier, later);
  if (by !== null)
    return {
      kind: 'line_broken',
      by,
      ...cantTell(by === 'population' ? 'another population' : `the ${by} changed`),
    };
  if (earlier.wave.closedAt === null || later.wave.closedAt === null) {
    return { kind: 'wave_open', ...cantTell('answers still come in') };
  }
  const shown = ends.earlier.showing === 'shown' && ends.later.showing === 'shown';
  if (!shown || Math.min(earlier.n, later.n) < thresholds.compareAnswers) {
    return { kind: 'too_few', ...cantTell(`both waves need ${thresholds.compareAnswers} answers`) };
  }
  return changeBetween(...onOneBasis([earlier, later], ends));
}

function cantTell(because: string): { verdict: Verdict; words: string } {
  return { verdict: 'cant_tell', words: `can’t tell (${because})` };
}

/** Scores that count people and scores that count accounts are two things; a change needs two of one kind. */
function onOneBasis(
  [earlier, later]: readonly [Sample<ScoreScale>, Sample<ScoreScale>],
  ends: { earlier: Figure; later: Figure },
): [Estimate, Estimate] {
  const [quietBefore, quietAfter] = [quietEstimate(ends.earlier), quietEstimate(ends.later)];
  if (quietBefore && quietAfter) return [quietBefore, quietAfter];
  const before = heardIn(earlier);
  const after = heardIn(later);
  const peopleLead = leadingBasis(before) === 'person' && leadingBasis(after) === 'person';
  return peopleLead || before.accounts === null || after.accounts === null
    ? [perPersonEstimate(before), perPersonEstimate(after)]
    : [perAccountEstimate(before.accounts), perAccountEstimate(after.accounts)];
}

function changeBetween(from: Estimate, to: Estimate) {
  const { points, lo, hi } = mover(from, to);
  const everybody = from.kind === 'census' && to.kind === 'census';
  const verdict = verdictOf({ lo, hi }, everybody);
  return {
    kind: 'difference',
    basis: to.basis,
    from: from.score,
    to: to.score,
    points,
    interval: everybody ? null : { lo, hi },
    verdict,
    words: everybody ? exactly(verdict, points) : roughly(verdict, { lo, hi }),
  };
}

function verdictOf({ lo, hi }: Range, everybody: boolean): Verdict {
  if (lo > 0) return 'up';
  if (hi < 0) return 'down';
  return everybody ? 'same' : 'cant_tell';
}

function exactly(verdict: Verdict, points: number): string {
  return verdict === 'same'
    ? 'the same, all heard both times'
    : `${verdict} ${formatDistance(points)}, all heard both times`;
}

function roughly(verdict: Verdict, range: Range): string {
  return verdict === 'cant_tell'
    ? `can’t tell (${formatBetween(range)})`
    : `${verdict}, the difference is ${formatBetween(range)}`;
}
