import type { ActionFunctionArgs } from '@remix-run/node';
import { discardHeld } from '#app/answering/held/discard-held.server.ts';
import { explainHeld } from '#app/answering/held/explain-held.server.ts';
import { HeldDecisionIn, toHeldOut } from '#app/answering/held/held-wire.ts';
import { pageHeld } from '#app/answering/held/page-held.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export const loader = refuseMethod('POST');

/** Says that a held response does not count. It stays and can be released later. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'responses:write');
    const sent = await readJson(request, 'POST');
    const { reason } = parseBody(HeldDecisionIn, sent.value);
    const heldId = fromSlug('held', params.held);
    if (!heldId) return saying(notFound('such held response'));
    return once(house, workspace, request, sent, async () => {
      const discarded = await discardHeld(house, workspace, { heldId, reason, actor });
      if (discarded.kind === 'unknown') return saying(notFound('such held response'));
      if (discarded.kind !== 'discarded') return saying(explainHeld(discarded));
      const [row] = await pageHeld(house.db, workspace, { heldId });
      return { status: 200, body: toHeldOut(row!) };
    });
  });
}
