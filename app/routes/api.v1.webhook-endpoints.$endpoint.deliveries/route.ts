import type { LoaderFunctionArgs } from '@remix-run/node';
import { readEndpoint } from '#app/followup/hook/endpoint/read-endpoint.server.ts';
import { pageLog } from '#app/followup/hook/sending/page-log.server.ts';
import { DeliveryListQuery, toDeliveryOut } from '#app/followup/hook/wire/webhook-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** What became of each event for one webhook, the newest first. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace } = await requireKey(request, context, 'webhooks:read');
    const { cursor: after, limit, state } = readQuery(request, DeliveryListQuery);
    const endpointId = fromSlug('endpoint', params.endpoint);
    const endpoint = endpointId && (await readEndpoint(house, workspace, endpointId));
    if (!endpoint) return saying(notFound('such webhook'));
    const rows = await pageLog(house.db, workspace, {
      ...{ endpointId: endpoint.id, limit },
      ...(after !== undefined && { after }),
      ...(state !== undefined && { state }),
    });
    return { status: 200, body: toPage('event', rows, limit, toDeliveryOut) };
  });
}

export const action = refuseMethod('GET');
