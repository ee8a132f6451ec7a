import { plainWords } from './cell-text.ts';

/** Where a column goes, and why. `because` is null when no rule knew the header: then it is left out until told. */
export type ColumnSuggestion<Target extends string> = {
  readonly header: string;
  readonly target: Target | 'leave_out';
  readonly because: 'remembered' | 'usual_header' | null;
  readonly note: string | null;
};

/** Headers by target, between bars, the most telling first: when two columns fit, the one named earlier gets it. */
export type UsualHeaders<Target extends string> = Readonly<Record<Target, string>>;

/** One key for all spellings of a header: case, accents, blanks and punctuation do not count. */
export function headerKey(header: string): string {
  return plainWords(header).join('');
}

/**
 * Maps each column to at most one target and each target to at most one column.
 * What was chosen for this header before goes first, then the usual headers; the rest is left out.
 */
export function matchColumns<Target extends string>(
  headers: readonly string[],
  remembered: ReadonlyMap<string, Target | 'leave_out'>,
  usual: ReadonlyMap<string, { target: Target; rank: number }>,
): ColumnSuggestion<Target>[] {
  const keys = headers.map(headerKey);
  const holder = new Map<Target, number>();
  const rankOf = (at: number) => usual.get(keys[at]!)?.rank ?? Number.POSITIVE_INFINITY;
  keys.forEach((key, at) => {
    const target = remembered.get(key);
    if (target && target !== 'leave_out' && !holder.has(target)) holder.set(target, at);
  });
  const settled = new Set(holder.keys());
  keys.forEach((key, at) => {
    const target = usual.get(key)?.target;
    if (!target || remembered.has(key) || settled.has(target)) return;
    const held = holder.get(target);
    if (held === undefined || rankOf(at) < rankOf(held)) holder.set(target, at);
  });
  return headers.map((header, at) => {
    const known = remembered.get(keys[at]!);
    const target = known ?? usual.get(keys[at]!)?.target;
    const because = known ? ('remembered' as const) : ('usual_header' as const);
    if (target === undefined) return { header, target: 'leave_out', because: null, note: null };
    if (target === 'leave_out') return { header, target, because, note: null };
    const held = holder.get(target)!;
    if (held === at) return { header, target, because, note: null };
    return { header, target: 'leave_out', because, note: `“${headers[held]}” already gives this.` };
  });
}

/** Turns the table of usual headers into one look-up by header key. */
export function indexHeaders<Target extends string>(
  usual: UsualHeaders<Target>,
): Map<string, { target: Target; rank: number }> {
  const index = new Map<string, { target: Target; rank: number }>();
  for (const target of Object.keys(usual) as Target[]) {
    usual[target].split('|').forEach((header, rank) => {
      const key = headerKey(header);
      const known = index.get(key);
      if (known && known.target !== target)
        throw new Error(`The usual header “${header}” stands for two targets.`);
      if (!known) index.set(key, { target, rank });
    });
  }
  return index;
}

/** True for a column of old scores, by its name: it says a number and neither persona, wording nor date. */
export function namesOldScore(header: string): boolean {
  const words = plainWords(header);
  if (words.some((word) => OLD_SCORE_WORDS.has(word))) return true;
  return OLD_SCORE_HEADERS.has(words.join(''));
}

const OLD_SCORE_WORDS = new Set(['nps', 'enps', 'csat', 'ces', 'promoter', 'detractor']);
const OLD_SCORE_HEADERS = new Set([
  'score',
  'lastscore',
  'latestscore',
  'surveyscore',
  'rating',
  'lastrating',
  'likelihoodtorecommend',
  'ltr',
  'satisfaction',
  'zufriedenheit',
  'bewertung',
  'weiterempfehlung',
  'puntuacion',
  'satisfaccion',
  'recommandation',
]);
