import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readTemplate } from '#app/committee/template/read-template.server.ts';
import { saveTemplate } from '#app/committee/template/save-template.server.ts';
import { hasASeat } from '#app/committee/template/template.ts';
import { explainTemplate, peopleIn } from '#app/committee/template/template-form.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { faultyForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'Committee · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin']);
  const { db } = context.house;
  const personas = (await readPersonas(db, workspace)).filter(hasASeat);
  const template = await readTemplate(db, workspace);
  const saved = new URL(request.url).searchParams.has('saved');
  return { seats: personas.map((persona) => ({ persona, people: template[persona.id] ?? 0 })), saved };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin']);
  const form = await request.formData();
  const saved = await saveTemplate(context.house, workspace, { template: peopleIn(form), actor: member.id });
  if (saved.kind === 'saved') throw redirect('/settings/committee?saved', 303);
  return data(faultyForm(form, explainTemplate(saved, form)), { status: 422 });
}

export { CommitteeTemplatePage as default } from './page.tsx';
