import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { exportSurvey } from '#app/survey/document/export-survey.server.ts';

/** The draft, or with `?version=2` a published version, as a file that any Rolecall can bring in. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey);
  const asked = new URL(request.url).searchParams.get('version');
  const number = asked === null ? null : /^\d{1,6}$/.test(asked) ? Number(asked) : Number.NaN;
  const document =
    surveyId && !Number.isNaN(number)
      ? await exportSurvey(context.house, workspace, { surveyId, number })
      : null;
  if (!document) throw new Response('There is no such survey or version.', { status: 404 });
  const fileName = `${params.survey}${number === null ? '' : `-v${number}`}.json`;
  return Response.json(document, {
    headers: {
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
    },
  });
}
