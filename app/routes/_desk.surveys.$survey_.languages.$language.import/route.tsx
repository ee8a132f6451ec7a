import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { bringInFile } from '#app/survey/translation/bring-in-file.server.ts';
import { directionOf, languageName } from '#app/survey/translation/language.ts';
import { readTranslation } from '#app/survey/translation/read-translations.server.ts';

export const meta: MetaFunction = () => [{ title: 'Bring translations in · Rolecall' }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const tag = params.language!;
  const found = await readTranslation(context.house.db, workspace, { surveyId, language: tag });
  if (!found) throw new Response('There is no such language.', { status: 404 });
  return {
    ...{ slug: params.survey!, survey: found.name },
    target: { tag, name: languageName(tag, 'en'), direction: directionOf(tag) },
    places: Object.fromEntries(found.originals.map(({ place, where }) => [place, where])),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const file = (await request.formData()).get('file');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const brought = await bringInFile(context.house, workspace, {
    surveyId: fromSlug('survey', params.survey) ?? '',
    ...{ slug: params.survey!, language: params.language!, bytes, actor: member.id },
  });
  if (brought.kind === 'unknown') throw new Response('There is no such language.', { status: 404 });
  return data(brought, { status: brought.kind === 'refused' ? 422 : 200 });
}

export { BringInPage as default } from './page.tsx';
