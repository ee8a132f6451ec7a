import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { z } from 'zod';
import { readAccountName } from '#app/audience/people/read-account-name.server.ts';
import { readAccount } from '#app/audience/read-account.server.ts';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { faultyForm, readForm } from '#app/platform/read-form.ts';

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
  return { ...page, people, now: context.house.clock.now() };
}

const Form = z.object({ name: z.string(), renewalOn: z.string() });

/** Renames the account or moves its renewal. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin', 'cx']);
  const accountId = fromSlug('account', params.account);
  const known = accountId && (await readAccountName(context.house.db, workspace, accountId));
  if (!known) throw new Response('There is no such account.', { status: 404 });
  const form = await request.formData();
  const read = readForm(form, Form);
  if (read.kind === 'faulty') return data(read, { status: 422 });
  const { name, renewalOn } = read.input;
  const saved = await saveAccount(context.house, workspace, {
    accountId,
    name,
    renewalOn: renewalOn || null,
    actor: member.id,
  });
  if (saved.kind === 'not_found') throw new Response('There is no such account.', { status: 404 });
  if (saved.kind === 'invalid')
    return data(faultyForm(form, { [saved.field]: saved.message }), { status: 422 });
  return redirect(new URL(request.url).pathname, 303);
}

export { AccountPage as default } from './page.tsx';
