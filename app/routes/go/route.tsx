import { type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { findAccountByName } from '#app/audience/people/find-account-by-name.server.ts';
import { findByName } from '#app/audience/people/find-by-name.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { findPlace } from '#app/membership/navigation.ts';
import { DESK } from '#app/membership/permission.ts';
import { toSlug } from '#app/platform/ids.ts';

const MOST_TYPED = 200;

/**
 * Where “Go to” leads: the page of that name, the one account or person of that name, or else the list of them. Whoever
 * may see no people is led to an account's committee, never to its page.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const typed = new URL(request.url).searchParams.get('q') ?? '';
  // A cut may halve a character, which no address can hold.
  const asked = typed.slice(0, MOST_TYPED).toWellFormed();
  const place = findPlace(member.permission, asked);
  const { db } = context.house;
  if (place.startsWith('/committees?')) {
    const accountId = await findAccountByName(db, workspace, asked);
    throw redirect(accountId ? `/committees/${toSlug('account', accountId)}` : place, 303);
  }
  if (!place.startsWith('/people?') || !DESK.includes(member.permission)) throw redirect(place, 303);
  const found = await findByName(db, workspace, asked);
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
