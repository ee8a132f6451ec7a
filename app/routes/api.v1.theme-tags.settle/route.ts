import type { ActionFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { settleByWire } from '#app/results/theme/wire/tag-by-wire.server.ts';
import { TagsSettleIn } from '#app/results/theme/wire/tag-wire.ts';

export const loader = refuseMethod('POST');

/** Confirms what a machine suggested, or takes tags away. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'responses:write');
    const sent = await readJson(request, 'POST');
    const body = parseBody(TagsSettleIn, sent.value);
    return once(house, workspace, request, sent, async () => {
      const settled = await settleByWire(house, workspace, { ...body, actor });
      return 'status' in settled ? saying(settled) : { status: 200, body: settled };
    });
  });
}
