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
import { faultyForm, readForm } from '#app/platform/read-form.ts';
import { readBeginning } from '#app/programme/read-beginning.server.ts';
import { startSurvey } from '#app/survey/pack/start-survey.server.ts';
import { StartForm } from './start-form.ts';

export const meta: MetaFunction = () => [{ title: 'New survey · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const search = new URL(request.url).searchParams;
  const programmeId = fromSlug('programme', search.get('programme') ?? undefined);
  const wanted = { programmeId, personaId: search.get('persona') };
  const { programmes, programme, ...beginning } = await readBeginning(context.house.db, workspace, wanted);
  return {
    ...beginning,
    // Sent, and not only opened: what is still to be chosen is said.
    wasSent: search.has('go'),
    programme: programme && { name: programme.name, slug: toSlug('programme', programme.id) },
    programmes: programmes.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
    surveys: beginning.surveys.map(({ id, label }) => ({ value: toSlug('survey', id), label })),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readForm(form, StartForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { programme, ...given } = read.input;
  const programmeId = fromSlug('programme', programme) ?? programme;
  const started = await startSurvey(context.house, workspace, { ...given, programmeId, actor: member.id });
  const refuse = (faults: Record<string, string>) => data(faultyForm(form, faults), { status: 422 });
  switch (started.kind) {
    case 'created':
      throw redirect(`/surveys/${toSlug('survey', started.id)}`, 303);
    case 'created_with_mismatch':
      throw redirect(`/surveys/${String(form.get('copyOf'))}/copy?made=${toSlug('survey', started.id)}`, 303);
    case 'unknown_programme':
      return refuse({ programme: 'Choose a programme that still asks.' });
    case 'unknown_persona':
      return refuse({ personaId: 'Choose a persona of this list.' });
    case 'unknown_start':
      return refuse({ start: 'Choose a beginning of this list.' });
    case 'nameless':
      return refuse({ name: started.sentence });
    default:
      return started satisfies never;
  }
}

export { NewSurveyPage as default } from './page.tsx';
