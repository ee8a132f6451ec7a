import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { findMember } from '#app/membership/guard.server.ts';
import { isFounded } from '#app/membership/is-founded.server.ts';
import { ownPath } from '#app/membership/own-path.ts';
import { peerAddress } from '#app/membership/sign-in/peer-address.ts';
import { readSessionCookie } from '#app/membership/sign-in/session-cookie.ts';
import { signIn } from '#app/membership/sign-in/sign-in.server.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'Sign in · Rolecall' }];

/** Passes on when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

/** One sentence for an unknown address, a wrong password and a disabled member. */
const REFUSED = 'That address and password don’t fit together. Check both, or ask for a new password.';

const Attempt = z.object({
  email: z.string().trim().min(1, 'Write your e-mail address.').max(254, REFUSED),
  password: z.string().min(1, 'Write your password.').max(1000, REFUSED),
});

export async function loader({ request, context }: LoaderFunctionArgs) {
  const next = ownPath(new URL(request.url).searchParams.get('next'));
  if (await findMember(request, context)) throw redirect(next, 303);
  if (!(await isFounded(context.house))) throw redirect('/welcome', 303);
  return null;
}

export async function action({ request, context: { house, peer } }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(form, Attempt);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const oldToken = readSessionCookie(request.headers, house.env.publicUrl);
  const outcome = await signIn(house, { ...read.input, peer: peerAddress(request.headers, peer), oldToken });
  switch (outcome.kind) {
    case 'wait':
      return data(faultyForm(form, { password: sayWait(outcome.seconds) }), {
        status: 429,
        headers: { 'retry-after': String(outcome.seconds) },
      });
    case 'refused':
      return data(faultyForm(form, { password: REFUSED }), { status: 422 });
    case 'signed_in': {
      const next = ownPath(new URL(request.url).searchParams.get('next'));
      throw redirect(next, { status: 303, headers: { 'set-cookie': outcome.setCookie } });
    }
    default:
      return outcome satisfies never;
  }
}

function sayWait(seconds: number): string {
  return `Too many tries in a row. Try again in ${seconds === 1 ? 'a second' : `${seconds} seconds`}.`;
}

export { SignInPage as default } from './page.tsx';
