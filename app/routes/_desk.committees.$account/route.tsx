import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { readCommittee } from '#app/committee/picture/read-committee.server.ts';
import { toOpenLine } from '#app/followup/open-line.ts';
import { listOpenAbout } from '#app/followup/queue/list-queue.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.committee.account.name ?? 'Account'}, committee · Rolecall` },
];

/** One account with all its personas; an executive reads the names that a promise lets them see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { house } = context;
  const accountId = fromSlug('account', params.account);
  const said = new URL(request.url).searchParams.get('wave') || null;
  const waveId = said === null ? null : fromSlug('wave', said);
  const isDesk = member.permission !== 'executive';
  const of = { waveId: waveId ?? said, names: isDesk ? ('all' as const) : ('attributed' as const) };
  const committee = accountId ? await readCommittee(house, workspace, { accountId, ...of }) : null;
  if (!committee)
    throw new Response('There is no such account, or nobody there was asked in this wave.', { status: 404 });
  const open = await listOpenAbout(house.db, workspace, { accountId: committee.account.id });
  const seats = committee.lanes.flatMap(({ sitting, left }) => [...sitting, ...left]);
  const people = seats.map(({ personId }) => [personId, toSlug('person', personId)]);
  return {
    committee,
    isDesk,
    people: isDesk ? (Object.fromEntries(people) as Record<string, string>) : {},
    followUps: open.map((line) =>
      toOpenLine(isDesk || line.confidentiality === 'attributed' ? line : { ...line, personName: null }),
    ),
    slug: toSlug('account', committee.account.id),
    wave: committee.wave && toSlug('wave', committee.wave.id),
    waves: committee.waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    now: house.clock.now(),
  };
}

export { CommitteePage as default } from './page.tsx';
