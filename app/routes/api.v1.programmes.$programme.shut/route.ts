import type { ActionFunctionArgs } from '@remix-run/node';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { shutProgramme } from '#app/programme/shut-programme.server.ts';
import { ShutIn } from '#app/programme/wire/told-wire.ts';

export const loader = refuseMethod('POST');

/** Ends a programme for good and sends a note to whoever is owed an answer. Shutting twice changes nothing. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    const { reason, heard, will_not: willNot } = parseBody(ShutIn, sent.value);
    const programmeId = fromSlug('programme', params.programme) ?? '';
    return once(house, workspace, request, sent, async () => {
      const shutting = { programmeId, reason, note: { heard, willNot }, actor };
      const shut = await shutProgramme(house, workspace, shutting, endWithWave);
      if (shut.kind === 'unknown') return saying(notFound('such programme'));
      if (shut.kind === 'already') return { status: 200, body: { told: 0 } };
      house.wakeSender();
      return { status: 200, body: { told: shut.told } };
    });
  });
}
