import type { ActionFunctionArgs } from '@remix-run/node';
import { closeMoment } from '#app/audience/moment/close-moment.server.ts';
import { readMoment } from '#app/audience/moment/read-moment.server.ts';
import { MomentCloseIn, toMomentOut } from '#app/audience/moment/wire/moment-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export const loader = refuseMethod('POST');

/** Takes a moment off the map; its touches stay. Closing twice changes nothing. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request, 'POST');
    parseBody(MomentCloseIn, sent.value);
    const momentId = fromSlug('moment', params.moment) ?? '';
    return once(house, workspace, request, sent, async () => {
      const closed = await closeMoment(house, workspace, { momentId, actor });
      if (closed.kind === 'not_found') return saying(notFound('such moment'));
      const moment = await readMoment(house.db, workspace, momentId);
      return { status: 200, body: toMomentOut(moment!) };
    });
  });
}
