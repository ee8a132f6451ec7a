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
import { toSlug } from '#app/platform/ids.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { bringStep, readStep } from './import-step.server.ts';

export const meta: MetaFunction = () => [{ title: 'Bring a survey · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const personas = await readPersonas(db, workspace);
  const programmes = (await listProgrammes(db, workspace)).filter(
    ({ origin, state }) => origin === 'asked' && state !== 'shut',
  );
  return {
    personas: personas.filter(({ closedAt }) => closedAt === null),
    programmes: programmes.map(({ id, name }) => ({ value: toSlug('programme', id), label: name })),
  };
}

/** Two forms, one after the other: the first reads a file, the second opens what came out of it as a draft. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const stepped =
    form.get('step') === 'bring'
      ? await bringStep(context.house, workspace, member.id, form)
      : await readStep(form);
  if (stepped.kind === 'brought') throw redirect(`/surveys/${toSlug('survey', stepped.id)}`, 303);
  const { carried, fieldErrors, values } = stepped;
  const isFaulty = Object.keys(fieldErrors).length > 0;
  return data({ carried, fieldErrors, values }, { status: isFaulty ? 422 : 200 });
}

export { ImportSurveyPage as default } from './page.tsx';
