import type { LoaderFunctionArgs } from '@remix-run/node';
import { toAccountOut } from '#app/audience/wire/account-wire.ts';
import { pageAccounts } from '#app/audience/wire/page-accounts.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';

export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const accountId = fromSlug('account', params.account);
    const [account] = accountId ? await pageAccounts(context.house.db, workspace, { accountId }) : [];
    return account ? { status: 200, body: toAccountOut(account) } : saying(notFound('such account'));
  });
}

export const action = refuseMethod('GET');
