import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { saveAccount } from '#app/audience/save-account.server.ts';
import { AccountIn, toAccountOut } from '#app/audience/wire/account-wire.ts';
import { explainAccount } from '#app/audience/wire/explain-account.server.ts';
import { pageAccounts } from '#app/audience/wire/page-accounts.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { saveItems } from '#app/platform/http/save-items.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { pageQuery, toPage } from '#app/platform/wire/page.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const { cursor: after, limit } = readQuery(request, pageQuery('account'));
    const accounts = await pageAccounts(context.house.db, workspace, { after, limit });
    return { status: 200, body: toPage('account', accounts, limit, toAccountOut) };
  });
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const save = async ({ external_id: externalId, renewal_on: renewalOn, ...account }: AccountIn) => {
      const saved = await saveAccount(house, workspace, { ...account, externalId, renewalOn, actor });
      if (saved.kind !== 'saved') return explainAccount(saved);
      const result = saved.created ? ('created' as const) : ('updated' as const);
      return { id: toSlug('account', saved.id), result };
    };
    return once(house, workspace, request, sent, () => saveItems(sent.value, AccountIn, save));
  });
}
