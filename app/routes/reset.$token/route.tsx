import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { choosePassword } from '#app/membership/members/choose-password.server.ts';
import { openLink } from '#app/membership/members/open-link.server.ts';

export const meta: MetaFunction = () => [{ title: 'New password · Rolecall' }];

/** The same for an unknown, a used and an ended link. */
const GONE =
  'This link was used, has ended, or never was one. Ask for a new password again at the sign-in page.';

/** Opening the link spends nothing: scanners of mail open every link. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await openLink(context.house, 'reset', params.token ?? '');
  if (!link) throw new Response(GONE, { status: 404 });
  const { workspaceName, name, email } = link;
  return { workspaceName, name, email };
}

export async function action({ request, params, context: { house } }: ActionFunctionArgs) {
  const form = await request.formData();
  const password = String(form.get('password') ?? '');
  const outcome = await choosePassword(house, { kind: 'reset', token: params.token ?? '', password });
  switch (outcome.kind) {
    case 'gone':
      throw new Response(GONE, { status: 404 });
    case 'refused':
      return data({ fault: outcome.message }, { status: 422 });
    case 'chosen':
      throw redirect('/', { status: 303, headers: { 'set-cookie': outcome.setCookie } });
    default:
      return outcome satisfies never;
  }
}

export { ResetPage as default } from './page.tsx';
