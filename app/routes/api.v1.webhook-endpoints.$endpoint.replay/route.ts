import type { ActionFunctionArgs } from '@remix-run/node';
import { sendAgain } from '#app/followup/hook/sending/send-again.server.ts';
import { ReplayIn } from '#app/followup/hook/wire/webhook-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export const loader = refuseMethod('POST');

/** Sends one event again, or every one that was given up since a moment, under the ids that they had. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'webhooks:write');
    const sent = await readJson(request, 'POST');
    const asked = parseBody(ReplayIn, sent.value);
    const id = fromSlug('endpoint', params.endpoint);
    if (!id) return saying(notFound('such webhook'));
    const again = 'event' in asked ? { eventId: asked.event } : { since: asked.failed_since };
    return once(house, workspace, request, sent, async () => {
      const replayed = await sendAgain(house, workspace, { id, again, actor });
      if (replayed.kind === 'unknown') return saying(notFound('such webhook'));
      return { status: 200, body: { deliveries: replayed.deliveries } };
    });
  });
}
