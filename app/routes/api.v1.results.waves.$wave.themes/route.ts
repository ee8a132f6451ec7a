import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { readThemeTable } from '#app/results/theme/read-theme-table.server.ts';
import { toThemeSplitOut, toWaveThemesOut } from '#app/results/theme/wire/raised-wire.server.ts';
import { WaveThemesQuery } from '#app/results/theme/wire/raised-wire.ts';

/** Who raised what in a wave, keyed by persona. An order over all of them is answered by the same lists, as 422. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'results:read');
    const { reading: db } = context.house;
    const { sort } = readQuery(request, WaveThemesQuery);
    const waveId = fromSlug('wave', params.wave);
    const thresholds = await readThresholds(db, workspace);
    const table = waveId ? await readThemeTable(db, workspace, waveId, thresholds) : null;
    if (!table) return saying(notFound('such wave'));
    return sort === undefined
      ? { status: 200, body: toWaveThemesOut(table) }
      : { status: 422, body: toThemeSplitOut(table) };
  });
}

export const action = refuseMethod('GET');
