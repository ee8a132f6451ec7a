import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { readForm } from '#app/platform/read-form.ts';
import { createProgramme } from '#app/programme/create-programme.server.ts';
import { NewProgramme } from '#app/programme/programme.ts';

export const meta: MetaFunction = () => [{ title: 'New programme · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { member } = await requireMember(request, context, DESK);
  return { memberName: member.name };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const read = readForm(await request.formData(), NewProgramme);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { id } = await createProgramme(context.house, workspace, { ...read.input, ownerId: member.id });
  throw redirect(`/programmes/${toSlug('programme', id)}`, 303);
}

export { NewProgrammePage as default } from './page.tsx';
