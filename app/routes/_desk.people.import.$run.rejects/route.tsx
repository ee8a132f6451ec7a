import type { LoaderFunctionArgs } from '@remix-run/node';
import { readRejects } from '#app/audience/import/read-rejects.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';

/** The rows that did not come in, each with its line and reason: to mend in a spreadsheet and bring back. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const importId = fromSlug('import', params.run);
  const file = importId ? await readRejects(context.house.db, workspace, importId) : null;
  if (!file) throw new Response('There is no such import.', { status: 404 });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="rows-to-settle.csv"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    'cache-control': 'no-store',
  };
  return new Response(streamText(context, writeCsv(file.header, file.rows)), { headers });
}
