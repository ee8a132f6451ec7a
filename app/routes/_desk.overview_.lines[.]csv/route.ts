import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { noteApart } from '#app/overview/compare/note-apart.server.ts';
import { LINES_HEADER, rowOf } from '#app/overview/lines/line-of.ts';
import { askedPage } from '#app/overview/page/asked-page.ts';
import { readPageLanes } from '#app/overview/read-page-lanes.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { csvRow } from '#app/platform/safe-csv.ts';

/** One row per persona, the persona first, and no row for all of them. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context);
  const read = await readPageLanes(context.house, workspace, askedPage(request.url, fromSlug));
  if (read.kind === 'apart') {
    await noteApart(context.house, workspace, member.id);
    throw new Response(read.message, { status: 422 });
  }
  if (read.kind !== 'read') throw new Response('There is no such wave.', { status: 404 });
  const { wave, lanes } = read.page;
  const rows = [LINES_HEADER, ...lanes.map((lane) => rowOf(wave.name, lane))];
  return new Response(`\uFEFF${rows.map((row) => csvRow(row)).join('')}`, {
    headers: fileHeaders('text/csv; charset=utf-8', `rolecall ${wave.name}.csv`),
  });
}
