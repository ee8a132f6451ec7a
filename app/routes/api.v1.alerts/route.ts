import type { LoaderFunctionArgs } from '@remix-run/node';
import { pageAlerts } from '#app/followup/alert/page-alerts.server.ts';
import { AlertListQuery, toAlertOut } from '#app/followup/alert/wire/alert-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';
import { toPage } from '#app/platform/wire/page.ts';

/** What rules raised, each about exactly one persona. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'followups:read');
    const asked = readQuery(request, AlertListQuery);
    const { cursor: after, limit, state, persona: personaId, programme: programmeId } = asked;
    const filter = { state, personaId, programmeId };
    const rows = await pageAlerts(context.house.db, workspace, { after, limit, filter });
    return { status: 200, body: toPage('alert', rows, limit, toAlertOut) };
  });
}

export const action = refuseMethod('GET');
