import type { CommitteesView } from './page.tsx';

/** The address of the list as it is shown, with some of it changed; empty values fall away. */
export function addressOf(
  { query, chosen, own }: Pick<CommitteesView, 'query' | 'chosen' | 'own'>,
  change: Partial<Record<'sort' | 'after' | 'persona', string>>,
): string {
  const now = {
    q: query.search,
    wave: chosen,
    missing: query.missing,
    sort: query.sort,
    persona: own?.id ?? '',
    ...change,
  };
  return new URLSearchParams(Object.entries(now).filter(([, value]) => value !== '')).toString();
}
