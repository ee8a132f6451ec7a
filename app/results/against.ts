import { type Measured, measureChange } from './change.ts';
import { formatBetween, formatDistance } from './display.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { showingOf } from './showing.ts';
import type { Thresholds } from './thresholds.ts';

/** What two parts of ONE persona in one wave are called where they are held apart: "the rest", "the earlier half". */
export interface Named {
  readonly other: string;
}

/** How a part of one persona's answers differs from another part of the same; never over two personas. */
export type Against =
  | (Measured & { readonly kind: 'against'; readonly words: string })
  | { readonly kind: 'too_few' | 'wave_open'; readonly verdict: 'cant_tell'; readonly words: string };

/**
 * A part held against another part of the same persona, wave and question. `up`: the part lies above the other. Two
 * waves or two questions throw: between waves there is a difference, and it has rules of its own.
 */
export function holdAgainst(
  part: Sample<ScoreScale>,
  other: Sample<ScoreScale>,
  { other: called }: Named,
  thresholds: Thresholds,
): Against {
  if (part.wave.id !== other.wave.id || part.question.key !== other.question.key)
    throw new RangeError('Parts are held apart within one wave and one question.');
  if (part.wave.closedAt === null) return cantTell('wave_open', 'answers still come in');
  if (Math.min(part.n, other.n) < thresholds.compareAnswers)
    return cantTell('too_few', `both sides need ${thresholds.compareAnswers} answers`);
  if (![part, other].every((one) => showingOf(one, thresholds) === 'shown'))
    return cantTell('too_few', `both sides need answers from ${thresholds.showAccounts} accounts`);
  const measured = measureChange(other, part);
  return { kind: 'against', ...measured, words: againstWords(measured, called) };
}

function againstWords({ verdict, points, interval }: Measured, called: string): string {
  const side = verdict === 'up' ? `above ${called}` : `below ${called}`;
  if (interval === null)
    return verdict === 'same'
      ? `the same as ${called}, all heard`
      : `${formatDistance(points)} ${side}, all heard`;
  return verdict === 'cant_tell'
    ? `can’t tell (${formatBetween(interval)})`
    : `${side}, the difference is ${formatBetween(interval)}`;
}

function cantTell(kind: 'too_few' | 'wave_open', because: string): Against {
  return { kind, verdict: 'cant_tell', words: `can’t tell (${because})` };
}
