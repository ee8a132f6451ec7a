import type { SortRefusal } from '#app/committee/list/listed.ts';
import { toSortRefusalOut } from '#app/committee/wire/committee-wire.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';

/** Plain JSON with a body of its own (DOMAIN 3.3), and written down like every refusal. */
export async function refuseSort(
  { db, clock }: House,
  workspace: Workspace,
  { refusal, actor }: { refusal: SortRefusal; actor: Actor },
): Promise<Response> {
  const { code } = refusal;
  const asked = 'accounts sorted by score';
  await logRefusal(db, workspace, { at: clock.now(), actor, code, asked });
  return Response.json(toSortRefusalOut(refusal), { status: 422, headers: { 'cache-control': 'no-store' } });
}
