import type { Question } from './sample.ts';

export type Mismatch = 'concept' | 'scale' | 'wording';

/** What keeps two questions from being the same one, weightiest first; null when nothing does. */
export function mismatchOf(a: Question, b: Question): Mismatch | null {
  if (a.concept !== b.concept) return 'concept';
  if (a.scale !== b.scale) return 'scale';
  return a.wordingKey === b.wordingKey ? null : 'wording';
}
