import { type PeopleFilter, ROLE_FILTERS } from './people-filter.ts';

/** A list of people as its address says it: ids as the tables hold them. */
export interface PeopleQuery {
  filter: PeopleFilter;
  descending: boolean;
  cursor: string | null;
  backwards: boolean;
}

/**
 * Reads `?q=&persona=&role=&account=&sort=-name&after=`. What it does not know narrows nothing.
 * `readId` turns the slug of an account or a person into an id, or null.
 */
export function readPeopleQuery(
  search: URLSearchParams,
  readId: (kind: 'account' | 'person', slug: string | undefined) => string | null,
): PeopleQuery {
  const said = (name: string) => search.get(name) ?? undefined;
  const before = readId('person', said('before'));
  return {
    filter: {
      q: (said('q') ?? '').slice(0, 200),
      personaId: said('persona') || null,
      role: ROLE_FILTERS.find((one) => one === said('role')) ?? null,
      accountId: readId('account', said('account')),
    },
    descending: said('sort') === '-name',
    cursor: before ?? readId('person', said('after')),
    backwards: before !== null,
  };
}
