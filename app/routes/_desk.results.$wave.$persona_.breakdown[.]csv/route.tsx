import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';
import { BREAKDOWN_HEADER } from '#app/results/breakdown/breakdown-rows.ts';
import { exportBreakdown } from '#app/results/breakdown/export-breakdown.server.ts';
import { mostReadFor } from '#app/results/each.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';

/** The groups that the page of one persona lists: a row each, the persona first, and no row for all of them. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context);
  const { reading: db } = context.house;
  const query = new URL(request.url).searchParams;
  const asked = { by: query.get('by') || null, most: mostReadFor(query.get('read')) };
  const of = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '', ...asked };
  const exported = await exportBreakdown(db, workspace, of, await readThresholds(db, workspace));
  if (exported.kind === 'unknown')
    throw new Response('There is no such wave, or this persona was not asked in it.', { status: 404 });
  if (exported.kind === 'refused') throw new Response(exported.message, { status: 422 });
  return new Response(streamText(context, writeCsv(BREAKDOWN_HEADER, exported.rows)), {
    headers: fileHeaders('text/csv; charset=utf-8', `${exported.name}.csv`),
  });
}
