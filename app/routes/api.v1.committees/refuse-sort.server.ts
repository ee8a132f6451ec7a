import type { SortRefusal } from '#app/committee/list/listed.ts';
import { noteRefusedSort } from '#app/committee/list/note-refused-sort.server.ts';
import { toSortRefusalOut } from '#app/committee/wire/committee-wire.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** Plain JSON with a body of its own (DOMAIN 3.3), and written down like every refusal. */
export async function refuseSort(
  house: House,
  workspace: Workspace,
  { refusal, actor }: { refusal: SortRefusal; actor: Actor },
): Promise<Response> {
  await noteRefusedSort(house, workspace, { refusal, actor });
  return Response.json(toSortRefusalOut(refusal), { status: 422, headers: { 'cache-control': 'no-store' } });
}
