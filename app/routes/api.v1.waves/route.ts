import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { pageQuery, toPage } from '#app/platform/wire/page.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { toWaveOut } from '#app/programme/wire/wave-wire.ts';
import { draftWave } from './draft-wave.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const { cursor: after, limit } = readQuery(request, pageQuery('wave'));
    const waves = await pageWaves(context.house.db, workspace, { after, limit });
    return { status: 200, body: toPage('wave', waves, limit, toWaveOut) };
  });
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'waves:write');
    const sent = await readJson(request);
    const { house } = context;
    return once(house, workspace, request, sent, () => draftWave(house, workspace, actor, sent.value));
  });
}
