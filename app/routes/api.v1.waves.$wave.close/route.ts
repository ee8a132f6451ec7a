import type { ActionFunctionArgs } from '@remix-run/node';
import { endWithWave } from '#app/delivery/end-with-wave.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { closeWave } from '#app/programme/close-wave.server.ts';
import { WaveActIn } from '#app/programme/wire/course-wire.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { notOpenProblem } from '#app/programme/wire/programme-problems.ts';
import { toWaveOut } from '#app/programme/wire/wave-wire.ts';

export const loader = refuseMethod('POST');

/** Ends the asking: what has not left never does, and links say that it is over. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request, 'POST');
    parseBody(WaveActIn, sent.value);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return once(house, workspace, request, sent, async () => {
      const { kind } = await closeWave(house, workspace, { waveId, actor }, endWithWave);
      if (kind === 'unknown') return saying(notFound('such wave'));
      if (kind === 'not_sent') return saying(notOpenProblem('draft'));
      const [wave] = await pageWaves(house.db, workspace, { waveId });
      return { status: 200, body: toWaveOut(wave!) };
    });
  });
}
