import type { Given } from '#app/survey/question/given.ts';

/** The question that a field belongs to: `q2`, `q2.other` and `q2.declined` are all of `q2`. */
export function questionOf(field: string): string {
  return field.split('.', 1)[0]!;
}

/**
 * What was kept before with what a page says now. The page decides every question that it shows, also one that was
 * emptied on it; of the others it may know old answers only, so what was kept last stands.
 */
export function mergeGiven(kept: Given, sent: Given, shown: ReadonlySet<string>): Given {
  const merged = new Map(kept);
  for (const field of kept.keys()) if (shown.has(questionOf(field))) merged.delete(field);
  const decided = new Set([...kept.keys()].map(questionOf));
  for (const [field, values] of sent)
    if (shown.has(questionOf(field)) || !decided.has(questionOf(field))) merged.set(field, values);
  return merged;
}
