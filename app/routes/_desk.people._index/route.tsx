import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { listPeople } from '#app/audience/people/list-people.server.ts';
import { readPeopleQuery } from '#app/audience/people/people-query.ts';
import { readAccountName } from '#app/audience/people/read-account-name.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readSettings } from '#app/membership/read-settings.server.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'People · Rolecall' }];

const PAGE = 50;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const search = new URL(request.url).searchParams;
  const { filter, ...place } = readPeopleQuery(search, fromSlug);
  const { roleReviewDays: reviewDays } = await readSettings(db, workspace);
  const page = { ...place, limit: PAGE };
  const list = await listPeople(db, workspace, { filter, page, review: { now: clock.now(), reviewDays } });
  const { accountId } = filter;
  return {
    ...list,
    people: list.people.map((person) => ({ ...person, slug: toSlug('person', person.id) })),
    filter,
    descending: place.descending,
    account:
      accountId === null
        ? null
        : {
            slug: toSlug('account', accountId),
            name: await readAccountName(db, workspace, accountId),
          },
    personas: await readPersonas(db, workspace),
  };
}

export { PeoplePage as default } from './page.tsx';
