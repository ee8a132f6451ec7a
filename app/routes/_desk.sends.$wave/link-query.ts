export const LINK_PAGE = 10;

/** Which links are listed: `who` is part of a name, `links` how many lines to leave out. */
export function readLinkQuery(search: URLSearchParams): { who: string; offset: number } {
  const from = search.get('links') ?? '';
  const who = (search.get('who') ?? '').trim().slice(0, 100);
  return { who, offset: /^\d{1,7}$/.test(from) ? Number(from) : 0 };
}
