import type { LoaderFunctionArgs } from '@remix-run/node';
import { whoDeclined } from '#app/delivery/declined/who-declined.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fileHeaders } from '#app/platform/http/file-headers.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { type CsvCell, writeCsv } from '#app/platform/safe-csv.ts';
import type { Silent } from '#app/results/frame/frame.ts';
import { IN_CONFIDENCE } from '#app/results/frame/frame-words.ts';
import { listSilent } from '#app/results/frame/list-silent.server.ts';

const HEADER = ['persona', 'wave', 'account', 'renews_on', 'person', 'asked_for_no_mail'];
/** Wishes are looked up for so many at once. */
const LOOK = 100;

/** Everybody of one persona who kept silent, for whoever the page names them to; in confidence nobody. */
export async function loader({ request, params, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context);
  const of = { waveId: fromSlug('wave', params.wave) ?? '', personaId: params.persona ?? '' };
  const listed = await listSilent(context.house.reading, workspace, of);
  if (listed.kind === 'unknown') throw new Response('Nobody was asked here by name.', { status: 404 });
  if (listed.kind === 'in_confidence') throw new Response(IN_CONFIDENCE, { status: 422 });
  const { wave, persona, silent } = listed;
  const declinedAmong = (seats: Silent[]) =>
    whoDeclined(context.house, workspace, { seats, programmeId: wave.programmeId });
  const rows = rowsOf(silent, [persona.name, wave.name], declinedAmong);
  return new Response(streamText(context, writeCsv(HEADER, rows)), {
    headers: fileHeaders('text/csv; charset=utf-8', `${wave.name}, silent ${persona.plural}.csv`),
  });
}

async function* rowsOf(
  silent: AsyncIterable<Silent>,
  lane: readonly string[],
  declinedAmong: (seats: Silent[]) => Promise<ReadonlySet<string>>,
): AsyncGenerator<CsvCell[]> {
  for await (const some of inLooks(silent)) {
    const declined = await declinedAmong(some);
    for (const { personId, account, renewalOn, name } of some)
      yield [...lane, account, renewalOn, name, declined.has(personId) ? 'yes' : 'no'];
  }
}

async function* inLooks(silent: AsyncIterable<Silent>): AsyncGenerator<Silent[]> {
  let some: Silent[] = [];
  for await (const one of silent)
    if (some.push(one) === LOOK) {
      yield some;
      some = [];
    }
  if (some.length > 0) yield some;
}
