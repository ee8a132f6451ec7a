import type { PersonaLabel } from '#app/persona/persona.ts';
import type { Range } from './arithmetic/interval.ts';
import { type Measured, measureChange, type Verdict } from './change.ts';
import { type Mismatch, mismatchOfWaves } from './comparable.ts';
import { formatBetween, formatDistance } from './display.ts';
import { type Figure, figureOf } from './figure.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const minted: unique symbol;

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
  | (Ends<S> & Measured & { readonly kind: 'difference' })
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
  if (Math.min(earlier.n, later.n) < thresholds.compareAnswers) {
    return { kind: 'too_few', ...cantTell(`both waves need ${thresholds.compareAnswers} answers`) };
  }
  if (ends.earlier.showing !== 'shown' || ends.later.showing !== 'shown') {
    const why = `both waves need answers from ${thresholds.showAccounts} accounts`;
    return { kind: 'too_few', ...cantTell(why) };
  }
  const measured = measureChange(earlier, later);
  return { kind: 'difference', ...measured, words: changeWords(measured) };
}

function cantTell(because: string): { verdict: Verdict; words: string } {
  return { verdict: 'cant_tell', words: `can’t tell (${because})` };
}

/** "up, the difference is between +4 and +85", "up 17 points, all heard both times". */
export function changeWords({ verdict, points, interval }: Measured): string {
  return interval === null ? exactly(verdict, points) : roughly(verdict, interval);
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
