import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { dropSessionCookie, readSessionCookie } from '#app/membership/sign-in/session-cookie.ts';
import { signOut } from '#app/membership/sign-in/sign-out.server.ts';

/** A link that somebody follows here must not sign them out. */
export function loader(): never {
  throw redirect('/', 303);
}

/** Needs no guard: whoever has no session is signed out already. */
export async function action({ request, context: { house } }: ActionFunctionArgs) {
  const token = readSessionCookie(request.headers, house.env.publicUrl);
  if (token) await signOut(house, token);
  throw redirect('/sign-in', {
    status: 303,
    headers: { 'set-cookie': dropSessionCookie(house.env.publicUrl) },
  });
}
