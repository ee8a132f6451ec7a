import type { LoaderFunctionArgs } from '@remix-run/node';
import { readCommitteeQuery } from '#app/committee/list/committee-query.ts';
import { committeeRows } from '#app/committee/list/committee-rows.ts';
import { listCommittees } from '#app/committee/list/list-committees.server.ts';
import { noteRefusedSort } from '#app/committee/list/note-refused-sort.server.ts';
import { countOverdue } from '#app/followup/queue/count-overdue.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';

const PAGE = 50;

/** The page of committees that the same address shows. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db, clock } = context.house;
  const query = readCommitteeQuery(new URL(request.url).searchParams, fromSlug);
  const now = clock.now();
  const beside = { now, limit: PAGE, overdue: await countOverdue(db, workspace, now) };
  const list = await listCommittees(context.house, workspace, query, beside);
  const { refusal } = list;
  if (refusal) await noteRefusedSort(context.house, workspace, { refusal, actor: member.id });
  const { header, rows } = committeeRows(list);
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="committees.csv"',
    'cache-control': 'no-store',
  };
  return new Response(streamText(context, writeCsv(header, rows)), { headers });
}
