import type { ActionFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { parseBody, readJson } from '#app/platform/http/read-wire.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { endExport } from '#app/results/export/end-export.server.ts';
import { ExportDeleteIn, toExportOut } from '#app/results/export/export-wire.ts';
import { listExports } from '#app/results/export/list-exports.server.ts';

export const loader = refuseMethod('POST');

/** Cancels one that waits or is in the making, and deletes the files of one that is done. */
export function action({ request, params, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const sent = await readJson(request, 'POST');
    parseBody(ExportDeleteIn, sent.value);
    const exportId = fromSlug('export', params.export);
    if (!exportId) return saying(notFound('such export of this key'));
    return once(house, workspace, request, sent, async () => {
      const ended = await endExport(house, workspace, { exportId, actor });
      if (ended.kind === 'unknown') return saying(notFound('such export of this key'));
      const [job] = await listExports(house.db, workspace, { actor, exportId });
      return { status: 200, body: toExportOut(job!) };
    });
  });
}
