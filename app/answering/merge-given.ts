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

/** The questions that a page decides: not those that it left blank because another device had answered them. */
export function decidedBy(
  shown: ReadonlySet<string>,
  { given, elsewhere }: { given: Given; elsewhere: ReadonlySet<string> },
): ReadonlySet<string> {
  if (![...shown].some((key) => elsewhere.has(key))) return shown;
  const filled = [...given].flatMap(([field, values]) => (values.some(Boolean) ? [questionOf(field)] : []));
  return new Set([...shown].filter((key) => !elsewhere.has(key) || filled.includes(key)));
}

/** What a page says that still is so: without the questions that were answered otherwise since it was shown. */
export function stillStanding(sent: Given, given: Given): Given {
  // With nothing kept before, which is nearly always, they are one and the same.
  if (given === sent) return sent;
  const said = (of: Given) =>
    new Map(
      [...Map.groupBy(of, ([field]) => questionOf(field))].map(([key, fields]) => [key, textOf(fields)]),
    );
  const [now, then] = [said(given), said(sent)];
  return new Map([...sent].filter(([field]) => then.get(questionOf(field)) === now.get(questionOf(field))));
}

function textOf(fields: readonly (readonly [string, readonly string[]])[]): string {
  return JSON.stringify([...fields].sort(([a], [b]) => (a < b ? -1 : 1)));
}
