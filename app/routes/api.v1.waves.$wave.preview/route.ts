import type { ActionFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { type Answer, answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { choosePicked } from '#app/programme/wire/choose-picked.server.ts';
import { PickIn, toPickedOut } from '#app/programme/wire/pick-wire.ts';

export const loader = refuseMethod('POST');

/** Says whom a pick leaves now, and asks nobody. Names are the audience’s, so the key must be let to read it. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace } = await requireKey(request, context, 'audience:read');
    const sent = await readJson(request, 'POST');
    const pick = parseBody(PickIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, async (): Promise<Answer> => {
      const found = await choosePicked(house, workspace, { waveId, pick });
      if (found.kind === 'unknown') return saying(notFound('such wave'));
      if (found.kind === 'problem') return saying(found.problem);
      return { status: 200, body: toPickedOut(found.chosen) };
    });
  });
}
