import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { listAccounts } from '#app/audience/list-accounts.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Accounts · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin', 'cx']);
  const asked = new URL(request.url).searchParams;
  const search = (asked.get('q') ?? '').slice(0, 200);
  const after = fromSlug('account', asked.get('after') ?? undefined);
  const { accounts, next } = await listAccounts(context.house.db, workspace, { search, after });
  return {
    accounts: accounts.map((account) => ({ ...account, slug: toSlug('account', account.id) })),
    next: next && toSlug('account', next),
    isPaged: after !== null,
    search,
  };
}

export { AccountsPage as default } from './page.tsx';
