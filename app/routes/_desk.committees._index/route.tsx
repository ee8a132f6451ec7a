import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { readCommitteeQuery } from '#app/committee/list/committee-query.ts';
import { listCommittees } from '#app/committee/list/list-committees.server.ts';
import { noteRefusedSort } from '#app/committee/list/note-refused-sort.server.ts';
import { countOverdue } from '#app/followup/queue/count-overdue.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction = () => [{ title: 'Committees · Rolecall' }];

const PAGE = 50;

/** Accounts by who was heard there. Sorted by answers only with the one persona whose answers they are. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db, clock } = context.house;
  const query = readCommitteeQuery(new URL(request.url).searchParams, fromSlug);
  const now = clock.now();
  const beside = { now, limit: PAGE, overdue: await countOverdue(db, workspace, now) };
  const list = await listCommittees(context.house, workspace, query, beside);
  const { waves, wave, lines, next, ...rest } = list;
  const { refusal } = list;
  if (refusal) await noteRefusedSort(context.house, workspace, { refusal, actor: member.id });
  return {
    ...rest,
    wave: wave && { ...wave, slug: toSlug('wave', wave.id) },
    waves: waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    lines: lines.map((line) => ({ ...line, slug: toSlug('account', line.accountId) })),
    next: next && toSlug('account', next),
    isPaged: query.after !== null,
    query: { search: query.search, sort: query.sort, missing: query.missing ?? '', personas: query.personas },
    // Only a wave that was asked for stays in the address.
    chosen: query.waveId !== null && wave ? toSlug('wave', wave.id) : '',
  };
}

export { CommitteesPage as default } from './page.tsx';
