/** A list of held responses as its address says it: ids as the tables hold them. */
export interface HeldQuery {
  filter: {
    state: 'waiting' | 'decided';
    waveId?: string | undefined;
    personaId?: string | undefined;
    search: string;
  };
  after?: string | undefined;
}

/**
 * Reads `?q=&state=&wave=&persona=&after=`. What it does not know narrows nothing.
 * `readId` turns the slug of a wave or a held response into an id, or null.
 */
export function readHeldQuery(
  search: URLSearchParams,
  readId: (kind: 'wave' | 'held', slug: string | undefined) => string | null,
): HeldQuery {
  const said = (name: string) => search.get(name) ?? undefined;
  return {
    filter: {
      state: said('state') === 'decided' ? 'decided' : 'waiting',
      waveId: readId('wave', said('wave')) ?? undefined,
      personaId: said('persona') || undefined,
      search: (said('q') ?? '').replaceAll('\0', '').trim().slice(0, 200),
    },
    after: readId('held', said('after')) ?? undefined,
  };
}
