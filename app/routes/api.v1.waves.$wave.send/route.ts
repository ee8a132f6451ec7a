import type { ActionFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { SendIn } from '#app/programme/wire/wave-wire.ts';
import { sendPicked } from './send-picked.server.ts';
import { sendTo } from './send-to.server.ts';

export const loader = refuseMethod('POST');

/** Asks. Only role assignments can be asked; one without stops the whole send. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    const { role_assignments: roles, people, pick, stale } = parseBody(SendIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    const asked = { waveId, roles, people, stale, actor };
    return once(house, workspace, request, sent, () =>
      pick ? sendPicked(house, workspace, { waveId, pick, stale, actor }) : sendTo(house, workspace, asked),
    );
  });
}
