import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { toFigureOut } from '#app/results/wire/figure-wire.ts';
import { readWaveFigures } from '#app/results/wire/read-wave-figures.server.ts';
import { respondComposite } from '#app/results/wire/respond-split.server.ts';
import { readMixture, readPersonas, WaveResultsQuery } from '#app/results/wire/result-wire.ts';

/** Every persona of a wave, each with its own figure, and none over all of them. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const { house } = context;
    const { reading: db } = house;
    const query = new URL(request.url).searchParams;
    const said = readPersonas(query);
    const waveId = fromSlug('wave', params.wave);
    if (waveId && readMixture(said).isComposite) {
      const split = await respondComposite(house, workspace, { waveId, personas: said.personas, actor });
      return split ?? saying(notFound('such wave'));
    }
    parseQuery(WaveResultsQuery, query);
    const thresholds = await readThresholds(db, workspace);
    const figures = waveId && (await readWaveFigures(db, workspace, waveId, thresholds));
    if (!figures) return saying(notFound('such wave'));
    return { status: 200, body: { by_persona: figures.map(toFigureOut) } };
  });
}

export const action = refuseMethod('GET');
