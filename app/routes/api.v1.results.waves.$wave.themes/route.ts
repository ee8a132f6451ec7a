import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { WaveThemesQuery } from '#app/results/theme/wire/raised-wire.ts';
import { answerThemes } from './answer-themes.server.ts';

/** Who raised what in a wave, keyed by persona. An order over all of them is answered by the same lists, as 422. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const { sort } = readQuery(request, WaveThemesQuery);
    const waveId = fromSlug('wave', params.wave);
    if (!waveId) return saying(notFound('such wave'));
    return answerThemes(context.house, workspace, { waveId, sort, actor });
  });
}

export const action = refuseMethod('GET');
