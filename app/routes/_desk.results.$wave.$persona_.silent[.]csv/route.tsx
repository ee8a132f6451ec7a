import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';
import { UNNAMED } from '#app/results/frame/frame-words.ts';
import { listSilent } from '#app/results/frame/list-silent.server.ts';

const HEADER = ['persona', 'wave', 'account', 'renews_on', 'person'];

/** Everybody of one persona who kept silent, for whoever the page names them to; in confidence nobody. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context);
  const of = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
  const listed = await listSilent(context.house.reading, workspace, of);
  if (listed.kind === 'unknown') throw new Response('Nobody was asked here by name.', { status: 404 });
  if (listed.kind !== 'listed') throw new Response(UNNAMED[listed.kind], { status: 422 });
  const { wave, persona, silent } = listed;
  const rows = silent.map((one) => [persona.name, wave.name, one.account, one.renewalOn, one.name]);
  return new Response(streamText(writeCsv(HEADER, rows)), {
    headers: fileHeaders('text/csv; charset=utf-8', `${wave.name}, silent ${persona.plural}.csv`),
  });
}
