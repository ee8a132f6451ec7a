import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listUnplaced } from '#app/audience/people/list-unplaced.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Role missing · Rolecall' }];

const PAGE = 50;

/** `?title=` opens one title person by person; an empty one opens the people without a title. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const search = new URL(request.url).searchParams;
  const title = search.get('title');
  const offset = Math.max(0, Math.floor(Number(search.get('from'))) || 0);
  const open = title === null ? null : { titleKey: title === '' ? null : title };
  const list = await listUnplaced(db, workspace, { offset, open });
  const personas = (await readPersonas(db, workspace)).filter(({ closedAt }) => closedAt === null);
  const opened = list.opened && {
    titleKey: list.opened.titleKey,
    people: list.opened.people.map((person) => ({
      ...person,
      slug: toSlug('person', person.personId),
      accountSlug: toSlug('account', person.accountId),
    })),
  };
  return { ...list, opened, personas, offset, next: list.hasNext ? offset + PAGE : null };
}

/** Each act names one title or one person; there is none for everybody. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const acted = await act(context.house, workspace, { actor: member.id, form: await request.formData() });
  if (acted.kind === 'said') return data(acted, { status: 422 });
  const { pathname, search } = new URL(request.url);
  return redirect(pathname + search, 303);
}

export { UnplacedPage as default } from './page.tsx';
