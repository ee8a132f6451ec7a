import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { toWaveOut } from '#app/programme/wire/wave-wire.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const waveId = fromSlug('wave', params.wave);
    const [wave] = waveId ? await pageWaves(context.house.db, workspace, { waveId }) : [];
    return wave ? { status: 200, body: toWaveOut(wave) } : saying(notFound('such wave'));
  });
}

export const action = refuseMethod('GET');
