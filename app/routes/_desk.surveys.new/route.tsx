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
import { createSurvey, NewSurveyForm } from '#app/survey/create-survey.server.ts';

export const meta: MetaFunction = () => [{ title: 'New survey · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const search = new URL(request.url).searchParams;
  const personas = await readPersonas(db, workspace);
  const programmes = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && state !== 'shut',
  );
  return {
    wanted: { programme: search.get('programme') ?? '', personaId: search.get('persona') ?? '' },
    personas: personas.filter(({ closedAt }) => closedAt === null),
    programmes: programmes.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readForm(form, NewSurveyForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { programme, ...survey } = read.input;
  const programmeId = fromSlug('programme', programme) ?? programme;
  const created = await createSurvey(context.house, workspace, { ...survey, programmeId });
  switch (created.kind) {
    case 'created':
      throw redirect(`/surveys/${toSlug('survey', created.id)}`, 303);
    case 'unknown_programme':
      return data(faultyForm(form, { programme: 'Choose a programme that still asks.' }), { status: 422 });
    case 'unknown_persona':
      return data(faultyForm(form, { personaId: 'Choose a persona of this list.' }), { status: 422 });
    default:
      return created satisfies never;
  }
}

export { NewSurveyPage as default } from './page.tsx';
