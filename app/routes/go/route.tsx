import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findByName } from '#app/audience/people/find-by-name.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { findPlace } from '#app/membership/navigation.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';

/** Where “Go to” leads: the page of that name, the one account or person of that name, or else the list of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const asked = new URL(request.url).searchParams.get('q') ?? '';
  const place = findPlace(member.permission, asked);
  if (!place.startsWith('/people?') || !DESK.includes(member.permission)) throw redirect(place, 303);
  const found = await findByName(context.house.db, workspace, asked.slice(0, 200));
  switch (found.kind) {
    case 'person':
      throw redirect(`/people/${toSlug('person', found.personId)}`, 303);
    case 'account':
      throw redirect(`/accounts/${toSlug('account', found.accountId)}`, 303);
    case 'list':
      throw redirect(place, 303);
    default:
      return found satisfies never;
  }
}
