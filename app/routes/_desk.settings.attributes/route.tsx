import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listCountedAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Attributes · Settings · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const attributes = await listCountedAttributes(context.house.db, workspace);
  return { attributes: attributes.map((one) => ({ ...one, slug: toSlug('attribute', one.id) })) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const acted = await act(context.house, workspace, { form, actor: member.id });
  if (acted?.kind === 'not_found') throw new Response('There is no such attribute.', { status: 404 });
  if (acted) return data(acted, { status: 422 });
  throw redirect('/settings/attributes', 303);
}

export { AttributesPage as default } from './page.tsx';
