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
import { readTwins } from '#app/survey/compare/read-twins.server.ts';
import { findOverlong, readSentAct, readTyped } from '#app/survey/draft/draft-form.ts';
import { editDraft } from '#app/survey/draft/edit-draft.server.ts';
import { checksOf, shownIn } from './opened.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.survey.name ?? 'Survey'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, workspaceName, member } = await requireMember(request, context, DESK);
  const id = fromSlug('survey', params.survey);
  const found = id ? await readEditor(context.house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such survey.', { status: 404 });
  const { searchParams } = new URL(request.url);
  return {
    ...found,
    ...{ workspaceName, memberName: member.name, slug: params.survey! },
    programmeSlug: toSlug('programme', found.survey.programmeId),
    shown: shownIn(found.survey.draft, searchParams.get('q')),
    mends: searchParams.has('mend'),
    twins: await readTwins(context.house.db, workspace, { surveyId: found.survey.id }),
    checks: checksOf(found.survey.draft, found.faults),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const typed = readTyped(form);
  const overlong = findOverlong(typed);
  if (overlong) return data({ kind: 'overlong' as const, typed, fieldErrors: overlong }, { status: 422 });
  const [surveyId, revision] = [fromSlug('survey', params.survey) ?? '', Number(form.get('revision'))];
  const asked = { surveyId, revision, typed, act: readSentAct(form), by: member.id };
  const edited = await editDraft(context.house, workspace, asked);
  if (edited.kind === 'unknown') throw new Response('There is no such survey.', { status: 404 });
  if (edited.kind === 'conflict') return data({ ...edited, typed }, { status: 409 });
  if (form.get('intent') !== 'publish') throw redirect(placeOf(params.survey!, edited), 303);
  const publishing = { surveyId, revision: edited.revision, actor: member.id };
  const done = await publishSurvey(context.house, workspace, publishing);
  if (done.kind === 'published' || done.kind === 'unchanged')
    throw redirect(`/surveys/${params.survey}/versions/${done.number}`, 303);
  if (done.kind === 'unknown') throw new Response('There is no such survey.', { status: 404 });
  return data({ ...done, by: null, typed }, { status: done.kind === 'conflict' ? 409 : 422 });
}

function placeOf(slug: string, { show, focus }: { show: string | null; focus: string | null }): string {
  return `/surveys/${slug}${show ? `?q=${show}` : ''}${focus ? `#${focus}` : ''}`;
}

export { EditorPage as default } from './page.tsx';
