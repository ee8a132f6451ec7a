import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeTranslationCsv } from '#app/survey/translation/exchange/translation-csv.ts';
import { readTranslation } from '#app/survey/translation/read-translations.server.ts';

/** The texts of a survey in one language as CSV, for a spreadsheet. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const target = params.language!;
  const found = await readTranslation(context.house.db, workspace, { surveyId, language: target });
  if (!found) throw new Response('There is no such language.', { status: 404 });
  const { language: source, originals, translation } = found;
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="survey-${target}.csv"`,
    'cache-control': 'no-store',
  };
  return new Response(writeTranslationCsv({ source, target }, originals, translation.texts), { headers });
}
