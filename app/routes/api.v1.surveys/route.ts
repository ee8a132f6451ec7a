import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { pageQuery, toPage } from '#app/platform/wire/page.ts';
import { pageSurveys } from '#app/survey/wire/page-surveys.server.ts';
import { toSurveyOut } from '#app/survey/wire/survey-wire.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const { cursor: after, limit } = readQuery(request, pageQuery('survey'));
    const surveys = await pageSurveys(context.house.db, workspace, { after, limit });
    return { status: 200, body: toPage('survey', surveys, limit, toSurveyOut) };
  });
}

export const action = refuseMethod('GET');
