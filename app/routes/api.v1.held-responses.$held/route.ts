import type { LoaderFunctionArgs } from '@remix-run/node';
import { toHeldOut } from '#app/answering/held/held-wire.ts';
import { pageHeld } from '#app/answering/held/page-held.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const heldId = fromSlug('held', params.held);
    const [row] = heldId ? await pageHeld(context.house.db, workspace, { heldId }) : [];
    return row ? { status: 200, body: toHeldOut(row) } : saying(notFound('such held response'));
  });
}

export const action = refuseMethod('GET');
