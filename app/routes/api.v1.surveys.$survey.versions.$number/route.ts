import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { exportSurvey } from '#app/survey/document/export-survey.server.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'waves:read');
    const surveyId = fromSlug('survey', params.survey);
    const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : null;
    const document =
      surveyId && number ? await exportSurvey(context.house, workspace, { surveyId, number }) : null;
    return document ? { status: 200, body: document } : saying(notFound('such version'));
  });
}

export const action = refuseMethod('GET');
