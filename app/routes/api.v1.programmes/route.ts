import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { listProgrammesWithSurveys } from '#app/programme/wire/list-programmes-with-surveys.server.ts';
import { toProgrammeOut } from '#app/programme/wire/programme-wire.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    readQuery(request, z.strictObject({}));
    const listed = await listProgrammesWithSurveys(context.house.db, workspace);
    const data = listed.map(({ programme, versions }) => toProgrammeOut(programme, versions));
    return { status: 200, body: { data } };
  });
}

export const action = refuseMethod('GET');
