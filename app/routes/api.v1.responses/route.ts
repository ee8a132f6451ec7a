import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { explainRefusal } from '#app/results/export/explain-refusal.server.ts';
import { openResponses } from '#app/results/wire/open-responses.server.ts';
import { ResponseQuery } from '#app/results/wire/response-wire.ts';
import { writeResponses } from './write-responses.server.ts';

/** Every response of a wave, persona by persona, as it is read: never all of them in memory. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor, scopes } = await requireKey(request, context, 'responses:read');
    const { wave: waveId, format } = readQuery(request, ResponseQuery);
    const responses = await openResponses(context.house, workspace, { waveId, actor, format });
    if (!responses) return saying(notFound('such wave'));
    if (responses.kind !== 'open') {
      // A refusal opens no figure that the key may not read by itself.
      const figures = scopes.includes('results:read') ? responses.figures : [];
      return saying(explainRefusal({ ...responses, figures }));
    }
    const headers = {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'content-disposition': `attachment; filename="responses.${format}"`,
      'cache-control': 'no-store',
      'rolecall-withheld': responses.withheld.join(','),
    };
    // HEAD asks for these lines only; a million answers must not be read for it.
    const body = request.method === 'HEAD' ? null : streamText(context, writeResponses(responses, format));
    return new Response(body, { headers });
  });
}

export const action = refuseMethod('GET');
