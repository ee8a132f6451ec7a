import { readPersonas } from '#app/results/wire/result-wire.ts';

/** What accounts may be sorted by; none of it is what somebody answered. */
export const SORTS = ['coverage', 'gap', 'silent', 'renewal', 'overdue', 'name'] as const;
export type Sort = (typeof SORTS)[number];

export const SORT_WORDS = {
  coverage: 'Least heard first',
  gap: 'Widest gap first',
  silent: 'Most silent seats first',
  renewal: 'Next renewal first',
  overdue: 'Most overdue promises first',
  name: 'Name',
} as const satisfies Record<Sort, string>;

/** `score`: by what ONE persona answered, which then stands in the column's head. */
export type AskedSort = Sort | 'score';

export interface CommitteeQuery {
  search: string;
  waveId: string | null;
  sort: AskedSort;
  /** As they were said; one of them is needed to sort by what was answered. */
  personas: string[];
  /** Only accounts where enough of this persona were not heard. */
  missing: string | null;
  after: string | null;
}

/** Every word for it that somebody may write into the address. */
const SCORE_WORDS = new Set(['score', 'scores', 'nps', 'health', 'average', 'mean']);

/**
 * Reads `?q=&wave=&sort=&persona=&missing=&after=`. What it does not know narrows nothing.
 * `readId` turns a slug into an id, or null.
 */
export function readCommitteeQuery(
  query: URLSearchParams,
  readId: (kind: 'wave' | 'account', slug: string | undefined) => string | null,
): CommitteeQuery {
  const { personas, rest } = readPersonas(query);
  const said = (name: string) => rest.get(name) ?? undefined;
  return {
    search: (said('q') ?? '').slice(0, 200),
    waveId: readId('wave', said('wave')),
    sort: readSort(said('sort') ?? '') ?? SORTS[0],
    personas: personas.filter((id) => id !== ''),
    missing: said('missing') || null,
    after: readId('account', said('after')),
  };
}

/** Null for a word that means no order. */
export function readSort(said: string): AskedSort | null {
  const word = said.normalize('NFKC').trim().toLowerCase();
  return SCORE_WORDS.has(word) ? 'score' : (SORTS.find((sort) => sort === word) ?? null);
}
