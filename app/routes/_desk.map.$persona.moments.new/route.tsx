import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { createMoment } from '#app/audience/moment/create-moment.server.ts';
import { MOST_MOMENTS, MomentWords } from '#app/audience/moment/moment.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `A moment of ${data?.persona.plural ?? 'a persona'} · Map · Rolecall` },
];

const GONE = 'There is no such persona, or it is closed.';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const personas = await readPersonas(context.house.db, workspace);
  const persona = personas.find(({ id, closedAt }) => id === params.persona && closedAt === null);
  if (!persona) throw new Response(GONE, { status: 404 });
  return { persona };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const read = readForm(form, MomentWords);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const personaId = params.persona ?? '';
  const created = await createMoment(context.house, workspace, {
    ...read.input,
    personaId,
    actor: member.id,
  });
  switch (created.kind) {
    case 'created':
      throw redirect(`/map/${personaId}#${toSlug('moment', created.id)}`, 303);
    case 'name_taken':
      return data(faultyForm(form, { name: 'A moment of this persona is called so already.' }), {
        status: 422,
      });
    case 'too_many':
      return data(faultyForm(form, { name: `There are ${MOST_MOMENTS} moments already. Close one first.` }), {
        status: 422,
      });
    case 'unknown_persona':
      throw new Response(GONE, { status: 404 });
    default:
      return created satisfies never;
  }
}

export { NewMomentPage as default } from './page.tsx';
