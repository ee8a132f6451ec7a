import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { changeMoment } from '#app/audience/moment/change-moment.server.ts';
import { readMoment } from '#app/audience/moment/read-moment.server.ts';
import { MOMENT_PROBLEMS } from '#app/audience/moment/wire/moment-problems.ts';
import { MomentChangeIn, toMomentOut } from '#app/audience/moment/wire/moment-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { problemOf } from '#app/platform/wire/problem.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const moment = await readMoment(context.house.db, workspace, fromSlug('moment', params.moment) ?? '');
    return moment ? { status: 200, body: toMomentOut(moment) } : saying(notFound('such moment'));
  });
}

/** Words a moment anew, as far as words are sent. Its persona never changes. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const { trying_to: tryingTo, ...words } = parseBody(MomentChangeIn, sent.value);
    const momentId = fromSlug('moment', params.moment) ?? '';
    return once(house, workspace, request, sent, async () => {
      const changed = await changeMoment(house, workspace, { ...words, tryingTo, momentId, actor });
      switch (changed.kind) {
        case 'changed': {
          const moment = await readMoment(house.db, workspace, momentId);
          return { status: 200, body: toMomentOut(moment!) };
        }
        case 'not_found':
          return saying(notFound('such moment'));
        case 'closed':
          return saying(problemOf(MOMENT_PROBLEMS, 'MOMENT_CLOSED', 'It stays as it was.'));
        case 'name_taken':
          return saying(problemOf(MOMENT_PROBLEMS, 'MOMENT_NAME_TAKEN', 'Another open moment has it.'));
        default:
          return changed.kind satisfies never;
      }
    });
  });
}
