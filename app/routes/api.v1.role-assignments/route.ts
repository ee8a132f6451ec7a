import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { pageRoles } from '#app/audience/wire/page-roles.server.ts';
import { RoleIn, RoleQuery, toRoleOut } from '#app/audience/wire/role-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { saveItems } from '#app/platform/http/save-items.server.ts';
import { toPage } from '#app/platform/wire/page.ts';
import { roleDesk } from './role-desk.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    const { cursor: after, limit, person: personId, account: accountId } = readQuery(request, RoleQuery);
    const roles = await pageRoles(context.house.db, workspace, { after, limit, personId, accountId });
    return { status: 200, body: toPage('role', roles, limit, toRoleOut) };
  });
}

/** Assigns roles. Without a persona nothing is stored (DOMAIN 3.2, case 57). */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const { assign, explain } = roleDesk(house, workspace, actor);
    return once(house, workspace, request, sent, () => saveItems(sent.value, RoleIn, assign, explain));
  });
}
