import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { directionOf, languageName } from '#app/survey/translation/language.ts';
import { readTranslation } from '#app/survey/translation/read-translations.server.ts';
import { saveTranslation } from '#app/survey/translation/save-translation.server.ts';
import { readTypedTexts } from '#app/survey/translation/translation-form.ts';
import { rowsToShow } from '#app/survey/translation/translation-rows.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.survey} in ${data.target.name}` : 'Language'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const language = params.language!;
  const found = await readTranslation(context.house.db, workspace, { surveyId, language });
  if (!found) throw new Response('There is no such language.', { status: 404 });
  const asked = new URL(request.url).searchParams;
  const onlyOpen = asked.get('show') === 'open';
  const { originals, translation, progress } = found;
  return {
    ...{
      slug: params.survey!,
      survey: found.name,
      source: describe(found.language),
      target: describe(language),
    },
    ...{ progress, onlyOpen, revision: translation.revision, savedAt: translation.updatedAt },
    ...rowsToShow(originals, translation.texts, { onlyOpen, page: Number(asked.get('page')) || 1 }),
  };
}

function describe(tag: string) {
  return { tag, name: languageName(tag, 'en'), ownName: languageName(tag), direction: directionOf(tag) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const saved = await saveTranslation(context.house, workspace, {
    surveyId: fromSlug('survey', params.survey) ?? '',
    language: params.language!,
    revision: Number(form.get('revision')),
    typed: readTypedTexts(form),
    actor: member.id,
  });
  if (saved.kind === 'unknown') throw new Response('There is no such language.', { status: 404 });
  const { clashes, faults, gone, othersSaved } = saved;
  const isSimplyDone = clashes.length + faults.length + gone === 0 && !othersSaved;
  const { pathname, search } = new URL(request.url);
  if (isSimplyDone && !form.has('bySelf')) throw redirect(pathname + search, 303);
  return data(saved, { status: clashes.length > 0 ? 409 : faults.length > 0 ? 422 : 200 });
}

export { LanguagePage as default } from './page.tsx';
