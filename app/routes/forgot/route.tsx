import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { EmailAddress } from '#app/membership/email-address.ts';
import { requestReset } from '#app/membership/members/request-reset.server.ts';
import { peerAddress } from '#app/membership/sign-in/peer-address.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

export const meta: MetaFunction = () => [{ title: 'A new password · Rolecall' }];

/** Passes on when to come back. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export function loader({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.has('sent') };
}

/** Answers the same, and as fast, whether or not somebody has this address. */
export async function action({ request, context: { house, peer } }: ActionFunctionArgs) {
  const form = await request.formData();
  const read = readForm(form, z.object({ email: EmailAddress }));
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const outcome = await requestReset(house, { ...read.input, peer: peerAddress(request.headers, peer) });
  if (outcome.kind === 'heard') throw redirect('/forgot?sent', 303);
  const seconds = String(outcome.seconds);
  const message = `Too many requests in a row. Try again in ${seconds} seconds.`;
  return data(faultyForm(form, { email: message }), { status: 429, headers: { 'retry-after': seconds } });
}

export { ForgotPage as default } from './page.tsx';
