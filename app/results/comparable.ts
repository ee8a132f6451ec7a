import { wordingKey } from '#app/survey/wording-key.ts';
import type { Basis } from './arithmetic/estimate.ts';
import type { Question, Wave } from './sample.ts';

export type Mismatch = 'population' | 'concept' | 'scale' | 'wording' | 'choices';

/** What keeps two questions from being the same one, weightiest first; null when nothing does. */
export function mismatchOf(a: Question, b: Question): Exclude<Mismatch, 'population'> | null {
  if (a.concept !== b.concept) return 'concept';
  if (a.scale !== b.scale) return 'scale';
  if (a.wordingKey !== b.wordingKey) return 'wording';
  return (a.choicesKey ?? '') === (b.choicesKey ?? '') ? null : 'choices';
}

/**
 * The same between two waves of one persona. Whoever came through a link was asked by nobody, so what they say differs
 * from any other wave for that reason alone; two links hang in two places.
 */
export function mismatchOfWaves(
  a: { question: Question; wave: Pick<Wave, 'kind'> },
  b: { question: Question; wave: Pick<Wave, 'kind'> },
): Mismatch | null {
  if (a.wave.kind === 'link' || b.wave.kind === 'link') return 'population';
  return mismatchOf(a.question, b.question);
}

/** Which version of which survey asked. */
export interface AskedIn {
  readonly surveyId: string;
  readonly surveyName: string;
  readonly number: number;
}

/** Where a series ends and another begins: no line leads over it. */
export interface Break {
  /** `basis`: people were counted once in one of the waves and accounts in the other. */
  readonly by: Mismatch | 'basis';
  /** "Wording changed", over the drawing. */
  readonly words: string;
  /** "Spring 2027: wording changed in v3, so a new series begins." */
  readonly sentence: string;
}

const CHANGED = {
  population: 'Another population',
  concept: 'Another thing was asked',
  scale: 'Scale changed',
  wording: 'Wording changed',
  choices: 'Choices changed',
} as const satisfies Record<Mismatch, string>;

/** What one persona was asked in one wave. */
interface Asking {
  question: Question;
  asked: AskedIn;
  wave: Pick<Wave, 'kind'>;
}

/** What breaks the line between two waves of one persona; null where it goes on. */
export function breakBetween(before: Asking, after: Asking, waveName: string): Break | null {
  const by = mismatchOfWaves(before, after);
  if (by === null) return null;
  const words = CHANGED[by];
  const { surveyId, surveyName, number } = after.asked;
  if (by === 'population') {
    const sentence = `${waveName}: whoever came through a link is another population, so a new series begins.`;
    return { by, words, sentence };
  }
  const where = before.asked.surveyId === surveyId ? `v${number}` : `“${surveyName}”, v${number}`;
  const what = `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return { by, words, sentence: `${waveName}: ${what} in ${where}, so a new series begins.` };
}

/**
 * What breaks the line where two waves are led by scores that are counted in two ways: between them the score moves though nobody
 * changed their mind. Null where both are counted alike, or one has no score.
 */
export function basisBreak(before: Basis | null, after: Basis | null, waveName: string): Break | null {
  if (before === null || after === null || before === after) return null;
  const sentence = `${waveName}: each ${after} counts once, in the wave before each ${before}, so no line joins the two.`;
  return { by: 'basis', words: 'Counted another way', sentence };
}

/** Equal for the same labels under the same keys, in whatever order: a list read again is the same list. */
export function choicesKeyOf(options: readonly { key: string; label: string }[]): string {
  return JSON.stringify(options.map(({ key, label }) => [key, wordingKey(label)]).sort(byKey));
}

function byKey([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : Number(a > b);
}
