import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { countUnseen } from '#app/followup/alert/count-unseen.server.ts';
import { listQueue, type QueueLine } from '#app/followup/queue/list-queue.server.ts';
import { listStranded } from '#app/followup/queue/list-stranded.server.ts';
import { readQueueQuery } from '#app/followup/queue/queue-query.ts';
import { readPace } from '#app/followup/queue/read-pace.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { actOnTicked, handOverAll } from './acts.server.ts';

export const meta: MetaFunction = () => [{ title: 'Follow-ups · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const search = new URL(request.url).searchParams;
  const { whose, filter, after } = readQueueQuery(search, fromSlug);
  const now = clock.now();
  const ownerId = whose === 'mine' ? member.id : filter.ownerId;
  const asked = { filter: { ...filter, ownerId }, after, memberId: member.id, now };
  const { lines, programmes, members, themes, moreAfter, ...rest } = await listQueue(db, workspace, asked);
  const slugs = (kind: 'programme' | 'member' | 'theme', all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: toSlug(kind, id), label: name }));
  return {
    ...rest,
    whose,
    lines: lines.map((line) => toShown(line, now)),
    programmes: slugs('programme', programmes),
    members: slugs('member', members),
    themes: slugs('theme', themes),
    filter: {
      state: filter.state,
      persona: filter.personaId ?? '',
      programme: filter.programmeId ? toSlug('programme', filter.programmeId) : '',
      theme: filter.themeId ? toSlug('theme', filter.themeId) : '',
      owner: whose === 'team' && filter.ownerId ? toSlug('member', filter.ownerId) : '',
    },
    stranded: (await listStranded(db, workspace)).map(({ id, ...one }) => ({
      ...one,
      slug: toSlug('member', id),
    })),
    pace: whose === 'team' ? await readPace(db, workspace, now) : [],
    zone: (await readAskingRules(db, workspace)).timeZone,
    unseenAlerts: await countUnseen(db, workspace),
    isPaged: after !== undefined,
    next: moreAfter && toSlug('followUp', moreAfter),
    done: search.get('done'),
  };
}

function toShown(line: QueueLine, now: number) {
  const { id, what, state, dueAt, revision, personaId, accountName, personName, ownerName, closedAt } = line;
  const { themeName, programmeName } = line;
  const isOverdue = closedAt === null && dueAt < now;
  const shown = { what, state, dueAt, revision, personaId, accountName, personName, ownerName, closedAt };
  return { ...shown, isOverdue, slug: toSlug('followUp', id), programmeName, themeName };
}

/** A member does one thing with all that they ticked, or gives all that somebody had to somebody else. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const act = form.get('intent') === 'hand_over' ? handOverAll : actOnTicked;
  const acted = await act(context.house, workspace, { form, memberId: member.id });
  if (acted.kind === 'refused') return data(acted, { status: 422 });
  const { searchParams } = new URL(request.url);
  searchParams.delete('index');
  searchParams.set('done', String(acted.followUps));
  throw redirect(`/follow-ups?${searchParams}`, 303);
}

export { FollowUpsPage as default } from './page.tsx';
