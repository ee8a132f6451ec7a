import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeXliff } from '#app/survey/translation/exchange/write-xliff.ts';
import { readTranslation } from '#app/survey/translation/read-translations.server.ts';

/** The texts of a survey in one language as XLIFF 2.0, for a translator's program. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const target = params.language!;
  const found = await readTranslation(context.house.db, workspace, { surveyId, language: target });
  if (!found) throw new Response('There is no such language.', { status: 404 });
  const { name, language: source, originals, translation } = found;
  // XLIFF has no file without a text in it.
  if (originals.length === 0) throw new Response('There is nothing to translate yet.', { status: 404 });
  const { texts } = translation;
  const headers = {
    'content-type': 'application/xliff+xml; charset=utf-8',
    'content-disposition': `attachment; filename="survey-${target}.xliff"`,
    'cache-control': 'no-store',
  };
  const survey = params.survey!;
  return new Response(writeXliff({ survey, name, source, target, originals, texts }), { headers });
}
