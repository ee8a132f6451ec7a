import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { findPlace } from '#app/membership/navigation.ts';

/** Where “Go to” leads: the page of that name, or else the people of that name. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { member } = await requireMember(request, context);
  const asked = new URL(request.url).searchParams.get('q') ?? '';
  throw redirect(findPlace(member.permission, asked), 303);
}
