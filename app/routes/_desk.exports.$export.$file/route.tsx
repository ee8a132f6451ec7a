import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { sendFile } from '#app/platform/http/send-file.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { mediaType } from '#app/results/export/export-job.ts';
import { openExportFile } from '#app/results/export/open-export-file.server.ts';

/** A file of a finished export, for whoever ordered it; one of single answers only while they may read those. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context);
  const exportId = fromSlug('export', params.export);
  const asked = exportId && { exportId, number: Number(params.file), actor: member.id };
  const open = asked && (await openExportFile(context.house.reading, workspace, asked));
  if (!open) throw new Response('There is no such file.', { status: 404 });
  if (open.job.what === 'rows') await requireMember(request, context, DESK);
  return sendFile(request, { ...open.file, type: mediaType(open.file.name), bytes: open.bytes });
}
