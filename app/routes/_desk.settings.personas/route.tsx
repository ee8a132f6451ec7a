import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { closePersona } from '#app/persona/close-persona.server.ts';
import { createPersona, NewPersona } from '#app/persona/create-persona.server.ts';
import { isBase } from '#app/persona/persona.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'Personas · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const personas = await readPersonas(context.house.db, workspace);
  return { personas: personas.map((persona) => ({ ...persona, isBase: isBase(persona.id) })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const form = await request.formData();
  if (form.get('intent') === 'close') {
    const closed = await closePersona(db, workspace, { id: String(form.get('persona')), now: clock.now() });
    if (closed.kind !== 'closed') throw new Response(null, { status: 404 });
    throw redirect('/settings/personas', 303);
  }
  const read = readForm(form, NewPersona);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const created = await createPersona(db, workspace, { ...read.input, now: clock.now() });
  if (created.kind === 'created') throw redirect(`/settings/personas#${created.id}`, 303);
  if (created.kind === 'generic') {
    const asked = `persona ${read.input.name}`;
    await logRefusal(db, workspace, { at: clock.now(), actor: member.id, code: created.code, asked });
  }
  return data(faultyForm(form, { name: created.message }), { status: 422 });
}

export { PersonasPage as default } from './page.tsx';
