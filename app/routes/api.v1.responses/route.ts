import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { openResponses } from '#app/results/wire/open-responses.server.ts';
import { ResponseQuery } from '#app/results/wire/response-wire.ts';
import { writeResponses } from './write-responses.server.ts';

/** Every response of a wave, persona by persona, as it is read: never all of them in memory. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'responses:read');
    const { reading: db } = context.house;
    const { wave, format } = readQuery(request, ResponseQuery);
    const responses = await openResponses(db, workspace, wave, await readThresholds(db, workspace));
    if (!responses) return saying(notFound('such wave'));
    const headers = {
      'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson',
      'content-disposition': `attachment; filename="responses.${format}"`,
      'cache-control': 'no-store',
      'rolecall-withheld': responses.withheld.join(','),
    };
    // HEAD asks for these lines only; a million answers must not be read for it.
    const body = request.method === 'HEAD' ? null : streamText(writeResponses(responses, format));
    return new Response(body, { headers });
  });
}

export const action = refuseMethod('GET');
