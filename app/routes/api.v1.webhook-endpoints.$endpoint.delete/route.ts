import type { ActionFunctionArgs } from '@remix-run/node';
import { deleteEndpoint } from '#app/followup/hook/endpoint/delete-endpoint.server.ts';
import { WebhookDeleteIn } from '#app/followup/hook/wire/webhook-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export const loader = refuseMethod('POST');

/** Deletes a webhook with its secrets, its log and what waits for it. The body is an empty object. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'webhooks:write');
    const sent = await readJson(request, 'POST');
    parseBody(WebhookDeleteIn, sent.value);
    const id = fromSlug('endpoint', params.endpoint);
    if (!id) return saying(notFound('such webhook'));
    return once(house, workspace, request, sent, async () => {
      const deleted = await deleteEndpoint(house, workspace, { id, actor });
      if (deleted.kind === 'unknown') return saying(notFound('such webhook'));
      return { status: 200, body: { id: params.endpoint, result: 'deleted' } };
    });
  });
}
