import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { csvRow } from '#app/platform/safe-csv.ts';
import { exportFigures } from '#app/results/export-figures.server.ts';
import { EXPORT_HEADER } from '#app/results/export-rows.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';

/** Lines of one persona each, the persona first, and no line for all of them. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', new URL(request.url).searchParams.get('wave') ?? undefined);
  const rows = await exportFigures(db, workspace, waveId, await readThresholds(db, workspace));
  if (!rows) throw new Response('There is no such wave.', { status: 404 });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="rolecall-results.csv"',
    'cache-control': 'no-store',
  };
  return new Response(`\uFEFF${[EXPORT_HEADER, ...rows].map((row) => csvRow(row)).join('')}`, { headers });
}
