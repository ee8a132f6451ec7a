import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { publishSurvey } from '#app/programme/publish-survey.server.ts';
import { readEditor } from '#app/programme/read-editor.server.ts';
import { readSet } from '#app/survey/check-draft.ts';
import { readAct } from '#app/survey/draft-act.ts';
import { findOverlong, readTyped } from '#app/survey/draft-form.ts';
import { editDraft } from '#app/survey/edit-draft.server.ts';
import { lengthOf } from '#app/survey/length.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.name ?? 'Survey'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const id = fromSlug('survey', params.survey);
  const found = id ? await readEditor(context.house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such survey.', { status: 404 });
  const wanted = new URL(request.url).searchParams.get('q');
  const { questions } = found.survey.draft;
  const shown =
    wanted === 'opening' ? null : (questions.find(({ key }) => key === wanted) ?? questions[0] ?? null);
  const read = readSet(found.survey.draft);
  return {
    ...found,
    slug: params.survey!,
    programmeSlug: toSlug('programme', found.survey.programmeId),
    shown,
    showsOpening: wanted === 'opening',
    seconds: read.kind === 'ready' ? lengthOf(read.set.questions).most : 0,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const intent = String(form.get('intent') ?? 'save');
  const typed = readTyped(form);
  const overlong = findOverlong(typed);
  if (overlong) return data({ kind: 'overlong' as const, typed, fieldErrors: overlong }, { status: 422 });
  const [surveyId, revision] = [fromSlug('survey', params.survey) ?? '', Number(form.get('revision'))];
  const act = readAct(intent === 'add' ? `add:${form.get('new')}` : intent) ?? { kind: 'save' as const };
  const edited = await editDraft(context.house, workspace, { surveyId, revision, typed, act });
  if (edited.kind === 'unknown') throw new Response('There is no such survey.', { status: 404 });
  if (edited.kind === 'conflict') return data({ ...edited, typed }, { status: 409 });
  if (intent !== 'publish') throw redirect(placeOf(params.survey!, edited), 303);
  const done = await publishSurvey(context.house, workspace, {
    surveyId,
    revision: edited.revision,
    actor: member.id,
  });
  if (done.kind === 'published' || done.kind === 'unchanged')
    throw redirect(`/surveys/${params.survey}/versions/${done.number}`, 303);
  if (done.kind === 'unknown') throw new Response('There is no such survey.', { status: 404 });
  return data({ ...done, typed }, { status: done.kind === 'conflict' ? 409 : 422 });
}

function placeOf(slug: string, { show, focus }: { show: string | null; focus: string | null }): string {
  return `/surveys/${slug}${show ? `?q=${show}` : ''}${focus ? `#${focus}` : ''}`;
}

export { EditorPage as default } from './page.tsx';
