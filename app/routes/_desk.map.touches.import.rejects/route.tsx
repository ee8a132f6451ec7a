import type { ActionFunctionArgs } from '@remix-run/node';
import { planTouches } from '#app/audience/moment/file/plan-touches.server.ts';
import { setAsideRows } from '#app/audience/moment/file/set-aside-rows.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';

/** The rows of a file that need somebody, each with its line and reason: to mend in a spreadsheet and bring back. */
export async function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const { house } = context;
  const bytes = Buffer.from(String((await request.formData()).get('carried') ?? ''), 'base64');
  const { timeZone: zone } = await readAskingRules(house.db, workspace);
  const planned = await planTouches(house, workspace, { bytes, zone });
  if (planned.kind === 'refused') throw new Response(planned.message, { status: 422 });
  const { header, rows } = setAsideRows(planned.plan);
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="touches-to-settle.csv"',
    'cache-control': 'no-store',
  };
  return new Response(streamText(context, writeCsv(header, rows)), { headers });
}
