import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { answerCourse } from '#app/programme/wire/answer-course.server.ts';
import { CourseChangeIn } from '#app/programme/wire/course-wire.ts';
import { changeCourse } from './change-course.server.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const waveId = fromSlug('wave', params.wave);
    return waveId ? answerCourse(context.house.db, workspace, waveId) : saying(notFound('such wave'));
  });
}

/** Says when a wave goes out and how it reminds, before it is sent or while it goes. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request);
    const change = parseBody(CourseChangeIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    const asked = { waveId, change, actor };
    return once(house, workspace, request, sent, () => changeCourse(house, workspace, asked));
  });
}
