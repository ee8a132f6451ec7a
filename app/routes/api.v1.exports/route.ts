import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { toPage } from '#app/platform/wire/page.ts';
import { ExportIn, ExportListQuery, toExportOut } from '#app/results/export/export-wire.ts';
import { listExports } from '#app/results/export/list-exports.server.ts';
import { answerOrder } from './answer-order.server.ts';

/** The exports that this key ordered, the newest first. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const { cursor: after, limit } = readQuery(request, ExportListQuery);
    const rows = await listExports(context.house.db, workspace, { actor, after, limit: limit + 1 });
    return { status: 200, body: toPage('export', rows, limit, toExportOut) };
  });
}

/** Orders one. Rows are single answers, so they need the scope for those too. */
export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const sent = await readJson(request);
    const order = parseBody(ExportIn, sent.value);
    if (order.what === 'rows') await requireKey(request, context, 'responses:read');
    return once(house, workspace, request, sent, () => answerOrder(house, workspace, order, actor));
  });
}
