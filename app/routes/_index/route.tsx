import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findMember } from '#app/membership/guard.server.ts';
import { isFounded } from '#app/membership/is-founded.server.ts';

/** The start leads to where this visitor has something to do. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (await findMember(request, context)) throw redirect('/overview', 303);
  throw redirect((await isFounded(context.house)) ? '/sign-in' : '/welcome', 303);
}
