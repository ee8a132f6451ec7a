import type { ActionFunctionArgs } from '@remix-run/node';
import { recallUnsent } from '#app/delivery/recall-unsent.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';

export const loader = refuseMethod('POST');

/** Takes back every letter that has not left, for good in this wave. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    parseBody(WaveActIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, async () => {
      const recalled = await recallUnsent(house, workspace, { waveId, actor });
      if (recalled.kind === 'unknown') return saying(notFound('such wave'));
      return { status: 200, body: { taken_back: recalled.letters } };
    });
  });
}
