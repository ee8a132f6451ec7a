import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { listEndpoints } from '#app/followup/hook/endpoint/list-endpoints.server.ts';
import { completeAnswer } from '#app/followup/hook/wire/complete-answer.server.ts';
import { toWebhookOut, WebhookIn } from '#app/followup/hook/wire/webhook-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { makeWebhook } from './make-webhook.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'webhooks:read');
    const endpoints = await listEndpoints(context.house, workspace);
    return { status: 200, body: { data: endpoints.map(toWebhookOut) } };
  });
}

/** Its secret is in the first answer alone, and kept nowhere. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'webhooks:write');
    const sent = await readJson(request);
    const asked = parseBody(WebhookIn, sent.value);
    let secret: string | null = null;
    const answer = await once(house, workspace, request, sent, async () => {
      const made = await makeWebhook(house, workspace, { asked, actor });
      secret = made.secret;
      return made.answer;
    });
    return completeAnswer(house, workspace, answer, { secret });
  });
}
