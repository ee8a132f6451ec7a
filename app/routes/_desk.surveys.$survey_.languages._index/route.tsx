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
import { addLanguage } from '#app/survey/translation/add-language.server.ts';
import { languageName, offeredLanguages } from '#app/survey/translation/language.ts';
import { readTranslations } from '#app/survey/translation/read-translations.server.ts';
import { removeTranslation } from '#app/survey/translation/remove-translation.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Languages of ${data.name}` : 'Languages'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const id = fromSlug('survey', params.survey);
  const found = id ? await readTranslations(context.house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such survey.', { status: 404 });
  const { name, language, originals, translations } = found;
  return {
    ...{ slug: params.survey!, name, total: originals.length },
    source: { tag: language, name: languageName(language, 'en') },
    offered: offeredLanguages(new Set([language, ...translations.map((one) => one.language)])),
    languages: translations.map(({ language: tag, progress, updatedAt }) => ({
      ...{ tag, progress, updatedAt, name: languageName(tag, 'en'), ownName: languageName(tag) },
    })),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const told = (field: string) => String(form.get(field) ?? '');
  const pages = `/surveys/${params.survey}/languages`;
  if (told('intent') === 'remove') {
    const removal = { surveyId, language: told('language'), actor: member.id };
    await removeTranslation(context.house, workspace, removal);
    throw redirect(pages, 303);
  }
  const tag = told('other').trim() || told('tag');
  const added = await addLanguage(context.house, workspace, { surveyId, tag, actor: member.id });
  if (added.kind === 'unknown') throw new Response('There is no such survey.', { status: 404 });
  if (added.kind === 'added') throw redirect(`${pages}/${added.language}`, 303);
  return data({ ...added, tag: told('tag'), other: told('other') }, { status: 422 });
}

export { LanguagesPage as default } from './page.tsx';
