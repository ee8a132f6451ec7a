import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, notFound, refuseMethod, saying } from '#app/platform/http/problem.server.ts';
import { sendFile } from '#app/platform/http/send-file.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { mediaType } from '#app/results/export/export-job.ts';
import { openExportFile } from '#app/results/export/open-export-file.server.ts';

/** A file of a finished export. Those of single answers need the scope for those too. */
export function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace, actor } = await requireKey(request, context, 'results:read');
    const exportId = fromSlug('export', params.export);
    const asked = exportId && { exportId, number: Number(params.file), actor };
    const open = asked && (await openExportFile(context.house.reading, workspace, asked));
    if (!open) return saying(notFound('such file of an export of this key'));
    if (open.job.what === 'rows') await requireKey(request, context, 'responses:read');
    return sendFile(request, { ...open.file, type: mediaType(open.file.name), bytes: open.bytes });
  });
}

export const action = refuseMethod('GET');
