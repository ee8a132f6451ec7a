import { nameKey } from '#app/audience/keys.ts';
import type { House } from '#app/platform/house.ts';
import { toSlug } from '#app/platform/ids.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { listLinks } from '#app/programme/link/list-links.server.ts';
import { LINK_PAGE, type readLinkQuery } from './link-query.ts';

/** A page of the links of a wave, as the page names them. */
export async function showLinks(
  house: House,
  workspace: Workspace,
  waveId: string,
  { who, offset }: ReturnType<typeof readLinkQuery>,
) {
  const query = { waveId, named: nameKey(who), limit: LINK_PAGE, offset };
  const { lines, ...links } = await listLinks(house.db, workspace, query);
  return { ...links, lines: lines.map(({ id, ...line }) => ({ ...line, slug: toSlug('invitation', id) })) };
}
