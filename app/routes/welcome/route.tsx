import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { EmailAddress } from '#app/membership/email-address.ts';
import { foundWorkspace } from '#app/membership/found-workspace.server.ts';
import { isFounded } from '#app/membership/is-founded.server.ts';
import { refusePassword } from '#app/membership/sign-in/password.ts';
import { startSession } from '#app/membership/sign-in/start-session.server.ts';
import { createBasePersonas } from '#app/persona/create-base-personas.server.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'Welcome · Rolecall' }];

const Founding = z.object({
  workspaceName: z
    .string()
    .trim()
    .min(1, 'Write the name of your firm or team.')
    .max(120, 'Write at most 120 characters.'),
  name: z
    .string()
    .trim()
    .min(1, 'Write your name, as your colleagues know you.')
    .max(120, 'Write at most 120 characters.'),
  email: EmailAddress,
  password: z.string(),
});

/** Open to anybody, until somebody has founded the workspace. */
export async function loader({ context }: LoaderFunctionArgs) {
  if (await isFounded(context.house)) throw redirect('/sign-in', 303);
  return null;
}

export async function action({ request, context: { house } }: ActionFunctionArgs) {
  if (await isFounded(house)) throw redirect('/sign-in', 303);
  const form = await request.formData();
  const read = readForm(form, Founding);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const message = refusePassword(read.input.password, read.input);
  if (message) return data(faultyForm(form, { password: message }), { status: 422 });
  const founded = await foundWorkspace(house, read.input, (tx, workspace) =>
    createBasePersonas(tx, workspace, house.clock.now()),
  );
  if (founded.kind === 'taken') throw redirect('/sign-in', 303);
  const founder = { id: founded.memberId, permission: 'admin' } as const;
  const setCookie = await startSession(house, house.db, founded.workspace, founder);
  throw redirect('/', { status: 303, headers: { 'set-cookie': setCookie } });
}

export { WelcomePage as default } from './page.tsx';
