import type { LoaderFunctionArgs } from '@remix-run/node';
import { readHeldQuery } from '#app/answering/held/held-query.ts';
import { type HeldLine, listHeld } from '#app/answering/held/list-held.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { streamText } from '#app/platform/http/stream-text.server.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { writeCsv } from '#app/platform/safe-csv.ts';
import { toMoment } from '#app/platform/wire/cell.ts';

/** Persona and account lead, so that a row torn from the file still says whose it is. No answer is in it. */
const HEADER = [
  'persona',
  'account',
  'wave',
  'received_at',
  'why_held',
  'name',
  'email',
  'decision',
  'decided_by',
  'decided_at',
  'decision_reason',
] as const;

/** The page of held answers that the same address shows. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace } = await requireMember(request, context, DESK);
  const query = readHeldQuery(new URL(request.url).searchParams, fromSlug);
  const { held, personas } = await listHeld(context.house.db, workspace, query);
  const names = new Map(personas.map(({ id, name }) => [id, name]));
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="held-answers.csv"',
    'cache-control': 'no-store',
  };
  const rows = held.map((line) => toRow(line, names.get(line.personaId) ?? line.personaId));
  return new Response(streamText(context, writeCsv(HEADER, rows)), { headers });
}

function toRow(line: HeldLine, persona: string): (string | null)[] {
  return [
    persona,
    line.accountName,
    line.waveName,
    toMoment(line.receivedAt),
    line.why,
    line.name,
    line.email,
    line.decision ?? 'waiting',
    line.decidedByName,
    line.decidedAt === null ? null : toMoment(line.decidedAt),
    line.decisionReason,
  ];
}
