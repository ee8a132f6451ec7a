import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { readCopyPlan } from '#app/survey/compare/read-copy-plan.server.ts';
import { copySurvey } from '#app/survey/copy-survey.server.ts';
import { readSurvey } from '#app/survey/read-survey.server.ts';
import { CopyForm } from './copy-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `Copy ${view?.original.name ?? 'a survey'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const search = new URL(request.url).searchParams;
  const surveyId = fromSlug('survey', params.survey) ?? '';
  const madeId = fromSlug('survey', search.get('made') ?? undefined);
  const plan = await readCopyPlan(db, workspace, { surveyId, personaId: search.get('persona'), madeId });
  if (!plan) throw new Response('There is no such survey.', { status: 404 });
  const programmes = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && state !== 'shut',
  );
  const own = toSlug('programme', plan.original.programmeId);
  return {
    ...plan,
    slug: params.survey!,
    made: plan.made && { ...plan.made, slug: toSlug('survey', plan.made.survey.id) },
    personas: (await readPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null),
    programmes: programmes.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
    programme: search.get('programme') || own,
    wasSent: search.has('programme'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const surveyId = fromSlug('survey', params.survey) ?? '';
  if (!(await readSurvey(context.house.db, workspace, surveyId)))
    throw new Response('There is no such survey.', { status: 404 });
  const form = await request.formData();
  const read = readForm(form, CopyForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { programme, personaId, name } = read.input;
  const programmeId = fromSlug('programme', programme) ?? programme;
  const copied = await copySurvey(context.house, workspace, {
    ...{ surveyId, personaId, programmeId, name, actor: member.id },
  });
  switch (copied.kind) {
    case 'copied':
      throw redirect(`/surveys/${params.survey}/copy?made=${toSlug('survey', copied.id)}`, 303);
    case 'unknown':
      throw new Response('There is no such survey.', { status: 404 });
    case 'unknown_programme':
      return data(faultyForm(form, { programme: 'Choose a programme that still asks.' }), { status: 422 });
    case 'unknown_persona':
      return data(faultyForm(form, { personaId: 'Choose a persona of this list.' }), { status: 422 });
    default:
      return copied satisfies never;
  }
}

export { CopySurveyPage as default } from './page.tsx';
