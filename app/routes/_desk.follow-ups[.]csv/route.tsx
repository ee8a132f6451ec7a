import type { LoaderFunctionArgs } from '@remix-run/node';
import { listQueue, type QueueLine } from '#app/followup/queue/list-queue.server.ts';
import { readQueueQuery } from '#app/followup/queue/queue-query.ts';
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
  'person',
  'programme',
  'wave',
  'theme',
  'what',
  'owner',
  'due_at',
  'state',
  'opened_at',
  'closed_at',
  'told_at',
] as const;

/** The page of follow-ups that the same address shows. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const { whose, filter, after } = readQueueQuery(new URL(request.url).searchParams, fromSlug);
  const ownerId = whose === 'mine' ? member.id : filter.ownerId;
  const asked = { filter: { ...filter, ownerId }, after, memberId: member.id, now: clock.now() };
  const { lines, personas } = await listQueue(db, workspace, asked);
  const names = new Map(personas.map(({ id, name }) => [id, name]));
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="follow-ups.csv"',
    'cache-control': 'no-store',
  };
  const rows = lines.map((line) => toRow(line, names.get(line.personaId) ?? line.personaId));
  return new Response(streamText(context, writeCsv(HEADER, rows)), { headers });
}

function toRow(line: QueueLine, persona: string): (string | null)[] {
  const moment = (at: number | null) => (at === null ? null : toMoment(at));
  return [
    persona,
    line.accountName,
    line.personName,
    line.programmeName,
    line.waveName,
    line.themeName,
    line.what,
    line.ownerName,
    moment(line.dueAt),
    line.state,
    moment(line.openedAt),
    moment(line.closedAt),
    moment(line.toldAt),
  ];
}
