import type { ActionFunctionArgs } from '@remix-run/node';
import { confirmRole } from '#app/audience/confirm-role.server.ts';
import { AUDIENCE_PROBLEMS } from '#app/audience/wire/audience-problems.ts';
import { pageRoles } from '#app/audience/wire/page-roles.server.ts';
import { RoleConfirmIn, toRoleOut } from '#app/audience/wire/role-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { toMoment } from '#app/platform/wire/cell.ts';
import { problemOf } from '#app/platform/wire/problem.ts';

export const loader = refuseMethod('POST');

/** Vouches that a role is still held, so that it may be asked for another review period. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request, 'POST');
    parseBody(RoleConfirmIn, sent.value);
    const roleId = fromSlug('role', params.role);
    if (!roleId) return saying(notFound('such role assignment'));
    return once(house, workspace, request, sent, async () => {
      const confirmed = await confirmRole(house, workspace, { roleId, actor });
      switch (confirmed.kind) {
        case 'confirmed': {
          const [role] = await pageRoles(house.db, workspace, { roleId });
          return { status: 200, body: toRoleOut(role!) };
        }
        case 'ended': {
          const detail = `It ended at ${toMoment(confirmed.endedAt)}.`;
          return saying(problemOf(AUDIENCE_PROBLEMS, 'ROLE_ENDED', detail));
        }
        case 'not_found':
          return saying(notFound('such role assignment'));
        default:
          return confirmed satisfies never;
      }
    });
  });
}
