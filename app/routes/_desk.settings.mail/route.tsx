import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { checkMail } from '#app/delivery/doctor/check-mail.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';

export const meta: MetaFunction = () => [{ title: 'Mail · Settings · Rolecall' }];

/** Looks DNS up where nothing is known yet, and waits a moment at most: the page asks again by itself. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireMember(request, context, ['admin']);
  const { house } = context;
  return { checked: await checkMail(house), from: house.env.mailFrom };
}

/** Checks again. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireMember(request, context, ['admin']);
  await checkMail(context.house, { anew: true });
  throw redirect('/settings/mail', 303);
}

export { MailSettingsPage as default } from './page.tsx';
