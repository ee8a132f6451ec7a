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
import { readForm } from '#app/platform/read-form.ts';
import { PurposeForm } from '#app/programme/purpose/purpose.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';
import { savePurpose } from '#app/programme/save-purpose.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Why ${data ? `${data.persona.plural}, ${data.programme.name}` : 'we ask'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const id = fromSlug('programme', params.programme);
  const found = id ? await readProgramme(context.house.db, workspace, id) : null;
  const lane = found?.lanes.find(({ persona }) => persona.id === params.persona);
  if (!found || !lane) throw new Response('There is no such purpose.', { status: 404 });
  return {
    programme: { name: found.programme.name, slug: params.programme! },
    persona: lane.persona,
    purpose: lane.purpose,
    hasBeenSent: found.waves.some(({ state }) => state !== 'draft'),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const read = readForm(await request.formData(), PurposeForm);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const saved = await savePurpose(context.house, workspace, {
    ...read.input,
    programmeId: fromSlug('programme', params.programme) ?? '',
    personaId: params.persona ?? '',
    actor: member.id,
  });
  if (saved.kind !== 'saved') throw new Response('There is no such purpose.', { status: 404 });
  throw redirect(`/programmes/${params.programme}#${params.persona}`, 303);
}

export { PurposePage as default } from './page.tsx';
