import type { ActionFunctionArgs } from '@remix-run/node';
import { closeRole } from '#app/audience/close-role.server.ts';
import { AUDIENCE_PROBLEMS } from '#app/audience/wire/audience-problems.ts';
import { pageRoles } from '#app/audience/wire/page-roles.server.ts';
import { RoleEndIn, toRoleOut } from '#app/audience/wire/role-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { toMoment } from '#app/platform/wire/cell.ts';
import { problemOf } from '#app/platform/wire/problem.ts';

export const loader = refuseMethod('POST');

/** Ends a role. What was answered in it stays under it. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request, 'POST');
    const { reason, ended_at: endedAt } = parseBody(RoleEndIn, sent.value);
    const roleId = fromSlug('role', params.role);
    if (!roleId) return saying(notFound('such role assignment'));
    return once(house, workspace, request, sent, async () => {
      const ended = await closeRole(house, workspace, { roleId, endedAt, reason, actor });
      switch (ended.kind) {
        case 'closed': {
          const [role] = await pageRoles(house.db, workspace, { roleId });
          return { status: 200, body: toRoleOut(role!) };
        }
        case 'already_closed':
          return saying(refuse('ROLE_ENDED', `It ended at ${toMoment(ended.endedAt)}.`));
        case 'before_start':
          return saying(refuse('ROLE_NOT_STARTED', `It began at ${toMoment(ended.startedAt)}.`));
        case 'not_found':
          return saying(notFound('such role assignment'));
        default:
          return ended satisfies never;
      }
    });
  });
}

const refuse = (code: keyof typeof AUDIENCE_PROBLEMS, detail: string) =>
  problemOf(AUDIENCE_PROBLEMS, code, detail);
