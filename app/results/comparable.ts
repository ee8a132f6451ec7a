import { wordingKey } from '#app/survey/wording-key.ts';
import type { Question } from './sample.ts';

export type Mismatch = 'concept' | 'scale' | 'wording' | 'choices';

/** What keeps two questions from being the same one, weightiest first; null when nothing does. */
export function mismatchOf(a: Question, b: Question): Mismatch | null {
  if (a.concept !== b.concept) return 'concept';
  if (a.scale !== b.scale) return 'scale';
  if (a.wordingKey !== b.wordingKey) return 'wording';
  return (a.choicesKey ?? '') === (b.choicesKey ?? '') ? null : 'choices';
}

/** Which version of which survey asked. */
export interface AskedIn {
  readonly surveyId: string;
  readonly surveyName: string;
  readonly number: number;
}

/** Where a series ends and another begins: no line leads over it. */
export interface Break {
  readonly by: Mismatch;
  /** "Wording changed", over the drawing. */
  readonly words: string;
  /** "Spring 2027: wording changed in v3, so a new series begins." */
  readonly sentence: string;
}

const CHANGED = {
  concept: 'Another thing was asked',
  scale: 'Scale changed',
  wording: 'Wording changed',
  choices: 'Choices changed',
} as const satisfies Record<Mismatch, string>;

/** What breaks the line between two waves of one persona; null where it goes on. */
export function breakBetween(
  before: { question: Question; asked: AskedIn },
  after: { question: Question; asked: AskedIn },
  waveName: string,
): Break | null {
  const by = mismatchOf(before.question, after.question);
  if (by === null) return null;
  const words = CHANGED[by];
  const { surveyId, surveyName, number } = after.asked;
  const where = before.asked.surveyId === surveyId ? `v${number}` : `“${surveyName}”, v${number}`;
  const what = `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
  return { by, words, sentence: `${waveName}: ${what} in ${where}, so a new series begins.` };
}

/** Equal for the same labels under the same keys, in whatever order: a list read again is the same list. */
export function choicesKeyOf(options: readonly { key: string; label: string }[]): string {
  return JSON.stringify(options.map(({ key, label }) => [key, wordingKey(label)]).sort(byKey));
}

function byKey([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : Number(a > b);
}
