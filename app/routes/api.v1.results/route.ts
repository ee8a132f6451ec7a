import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { parseQuery } from '#app/platform/http/read-wire.server.ts';
import { ResultQuery, readMixture, readPersonas } from '#app/results/wire/result-wire.ts';
import { answerQuery } from './answer-query.server.ts';

/** One persona: its figure. Anything else: 422 with the split inside, which is a result. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const said = readPersonas(new URL(request.url).searchParams);
    const { isComposite, rest } = readMixture(said);
    const { wave: waveId, account: accountId } = parseQuery(ResultQuery, rest);
    return answerQuery(context.house, workspace, {
      ...{ waveId, accountId, personas: said.personas, isComposite, actor },
    });
  });
}

export const action = refuseMethod('GET');
