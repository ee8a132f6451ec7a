import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { completeAnswer } from '#app/followup/hook/wire/complete-answer.server.ts';
import { toWebhookOut, WebhookChangeIn } from '#app/followup/hook/wire/webhook-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { reviseWebhook } from './revise-webhook.server.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'webhooks:read');
    const id = fromSlug('endpoint', params.endpoint);
    const endpoint = id && (await readEndpoint(context.house, workspace, id));
    return endpoint ? { status: 200, body: toWebhookOut(endpoint) } : saying(notFound('such webhook'));
  });
}

/** Changes what the body names; the rest stays. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'webhooks:write');
    const sent = await readJson(request);
    const change = parseBody(WebhookChangeIn, sent.value);
    const id = fromSlug('endpoint', params.endpoint);
    if (!id) return saying(notFound('such webhook'));
    const answer = await once(house, workspace, request, sent, () =>
      reviseWebhook(house, workspace, { id, change, actor }),
    );
    return completeAnswer(house, workspace, answer);
  });
}
