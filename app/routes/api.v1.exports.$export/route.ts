import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { toExportOut } from '#app/results/export/export-wire.ts';
import { listExports } from '#app/results/export/list-exports.server.ts';

/** How far one is, and its files once it is done. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const exportId = fromSlug('export', params.export);
    const [job] = exportId ? await listExports(context.house.db, workspace, { actor, exportId }) : [];
    return job ? { status: 200, body: toExportOut(job) } : saying(notFound('such export of this key'));
  });
}

export const action = refuseMethod('GET');
