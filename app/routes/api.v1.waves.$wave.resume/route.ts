import type { ActionFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { resumeWave } from '#app/programme/asking/resume-wave.server.ts';
import { answerCourse, answerNotOpen } from '#app/programme/wire/answer-course.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';

export const loader = refuseMethod('POST');

/** Lets a wave that was held up go on where it stopped. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    parseBody(WaveActIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, async () => {
      const { kind } = await resumeWave(house, workspace, { waveId, actor });
      if (kind === 'not_open') return answerNotOpen(house.db, workspace, waveId);
      return answerCourse(house.db, workspace, waveId);
    });
  });
}
