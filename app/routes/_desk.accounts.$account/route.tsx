import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { readOwnValues } from '#app/audience/attribute/read-values.server.ts';
import { readAccountName } from '#app/audience/people/read-account-name.server.ts';
import { readAccount } from '#app/audience/read-account.server.ts';
import { toOpenLine } from '#app/followup/open-line.ts';
import { listOpenAbout } from '#app/followup/queue/list-queue.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.account.name ?? 'Account'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin', 'cx']);
  const id = fromSlug('account', params.account);
  const page = id ? await readAccount(context.house.db, workspace, id) : null;
  if (!page) throw new Response('There is no such account.', { status: 404 });
  const slugs = [...page.lanes.flatMap(({ sitting, left }) => [...sitting, ...left]), ...page.withoutRole];
  const people = Object.fromEntries(slugs.map(({ personId }) => [personId, toSlug('person', personId)]));
  const attributes = await readOwnValues(context.house.db, workspace, 'account', page.account.id);
  const open = await listOpenAbout(context.house.db, workspace, { accountId: page.account.id });
  const slug = toSlug('account', page.account.id);
  const followUps = open.map(toOpenLine);
  return { ...page, attributes, people, followUps, slug, now: context.house.clock.now() };
}

/** Renames the account, moves its renewal, or keeps its attributes. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin', 'cx']);
  const accountId = fromSlug('account', params.account);
  const known = accountId && (await readAccountName(context.house.db, workspace, accountId));
  if (!known) throw new Response('There is no such account.', { status: 404 });
  const form = await request.formData();
  const acted = await act(context.house, workspace, { accountId, form, actor: member.id });
  if (acted?.kind === 'not_found') throw new Response('There is no such account.', { status: 404 });
  if (acted) return data(acted, { status: 422 });
  return redirect(new URL(request.url).pathname, 303);
}

export { AccountPage as default } from './page.tsx';
