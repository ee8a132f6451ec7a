import { z } from 'zod';
import { type Problem, ProblemOut } from './problem.ts';

/** Things that one request may save. */
export const MOST_ITEMS = 500;

const Result = z.enum(['created', 'updated', 'unchanged']);

/** What became of one thing sent. */
export const SavedOut = z.object({ id: z.string(), result: Result });
export type Saved = z.infer<typeof SavedOut>;

/** What became of each thing of a list, in its order; one that was refused never holds up the others. */
export const SavedListOut = z.object({
  results: z.array(
    z.union([
      z.object({ index: z.int(), ...SavedOut.shape }),
      z.object({ index: z.int(), result: z.literal('refused'), problem: ProblemOut }),
    ]),
  ),
});

export const SavedOneOrManyOut = z.union([SavedOut, SavedListOut]);

export function oneOrMany<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1).max(MOST_ITEMS)]);
}

export function isProblem(outcome: Saved | Problem): outcome is Problem {
  return 'status' in outcome;
}
