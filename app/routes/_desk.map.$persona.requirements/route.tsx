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
import { readRequirements } from '#app/persona/requirements/read-requirements.server.ts';
import { Requirements } from '#app/persona/requirements/requirements.ts';
import { saveRequirements } from '#app/persona/requirements/save-requirements.server.ts';
import { readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Requirements of ${data?.persona.plural ?? 'a persona'} · Map · Rolecall` },
];

const GONE = 'There is no such persona.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const persona = (await readPersonas(db, workspace)).find(({ id }) => id === params.persona);
  if (!persona) throw new Response(GONE, { status: 404 });
  return { persona, requirements: await readRequirements(db, workspace, persona.id) };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const read = readForm(await request.formData(), Requirements);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const personaId = params.persona ?? '';
  const given = { ...read.input, personaId, actor: member.id };
  const saved = await saveRequirements(context.house, workspace, given);
  if (saved.kind === 'unknown_persona') throw new Response(GONE, { status: 404 });
  throw redirect(`/map/${personaId}`, 303);
}

export { RequirementsPage as default } from './page.tsx';
