import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { mostReadFor } from '#app/results/each.ts';
import { readDepth } from '#app/results/read-depth.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { DepthQuery, toDepthOut } from '#app/results/wire/depth-wire.ts';

/** One persona of a wave in depth: what its figure is made of, how sure it is, and how its people differ. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'results:read');
    const { reading: db } = context.house;
    const { by = null, read } = readQuery(request, DepthQuery);
    const thresholds = await readThresholds(db, workspace);
    const of = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
    const page = await readPersonaPage(db, workspace, of, thresholds);
    if (!page) return saying(notFound('such wave, or no such persona in it'));
    const depth = await readDepth(db, workspace, page, { by, most: mostReadFor(read) }, thresholds);
    return { status: 200, body: toDepthOut(page, depth) };
  });
}

export const action = refuseMethod('GET');
