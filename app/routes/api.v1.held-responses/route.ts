import type { LoaderFunctionArgs } from '@remix-run/node';
import { HeldListQuery, toHeldOut } from '#app/answering/held/held-wire.ts';
import { pageHeld } from '#app/answering/held/page-held.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** What is held and why. What was answered is in no line of it. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const {
      cursor: after,
      limit,
      wave: waveId,
      persona: personaId,
      state,
    } = readQuery(request, HeldListQuery);
    const filter = { state, waveId, personaId, search: '' };
    const rows = await pageHeld(context.house.db, workspace, { after, limit, filter });
    return { status: 200, body: toPage('held', rows, limit, toHeldOut) };
  });
}

export const action = refuseMethod('GET');
