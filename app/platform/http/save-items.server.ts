import type { z } from 'zod';
import { isProblem, MOST_ITEMS, type Saved } from '../wire/item.ts';
import { invalid, invalidAt, type Problem } from '../wire/problem.ts';
import { type Answer, saying } from './problem.server.ts';

/**
 * Saves the one thing that a body is, or each of a list. One thing answers 201 or 200, or the problem it met;
 * a list answers 200 with a result for each, and a refused one never holds up the others.
 */
export async function saveItems<T>(
  value: unknown,
  schema: z.ZodType<T>,
  save: (input: T) => Promise<Saved | Problem>,
  explain: (error: z.ZodError, value: unknown) => Promise<Problem> | Problem = invalid,
): Promise<Answer> {
  const saveOne = async (item: unknown) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? save(parsed.data) : explain(parsed.error, item);
  };
  if (!Array.isArray(value)) return answerOne(await saveOne(value));
  if (value.length === 0 || value.length > MOST_ITEMS)
    return saying(invalidAt([{ pointer: '#', detail: `Send 1 to ${MOST_ITEMS} things at once.` }]));
  const results = [];
  for (const [index, item] of value.entries()) {
    const outcome = await saveOne(item);
    results.push(isProblem(outcome) ? { index, result: 'refused', problem: outcome } : { index, ...outcome });
  }
  return { status: 200, body: { results } };
}

function answerOne(outcome: Saved | Problem): Answer {
  if (isProblem(outcome)) return saying(outcome);
  return { status: outcome.result === 'created' ? 201 : 200, body: outcome };
}
