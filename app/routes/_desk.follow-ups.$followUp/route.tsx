import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { listAway } from '#app/followup/away/list-away.server.ts';
import { pageFollowUps } from '#app/followup/queue/page-follow-ups.server.ts';
import { readFollowUp } from '#app/followup/read-follow-up.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';
import { act } from './acts.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.followUp.what ?? 'A follow-up'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const { db, clock } = context.house;
  const id = fromSlug('followUp', params.followUp);
  const read = id ? await readFollowUp(db, workspace, id) : null;
  if (!read) throw notFound();
  const { personId, accountId, waveId, programmeId, responseId: _, themeId, ...facts } = read.followUp;
  const { members } = await listAway(db, workspace, clock.now());
  const personas = await readPersonas(db, workspace);
  return {
    followUp: {
      ...facts,
      isOverdue: facts.closedAt === null && facts.dueAt < clock.now(),
      isMine: facts.ownerId === member.id,
      person: personId && toSlug('person', personId),
      account: accountId && toSlug('account', accountId),
      wave: waveId && toSlug('wave', waveId),
      theme: themeId && toSlug('theme', themeId),
      programme: toSlug('programme', programmeId),
    },
    persona: personas.find((persona) => persona.id === facts.personaId)!,
    words: read.words,
    history: read.history.map(({ actor: __, ...note }) => note),
    members: members.map((one) => ({ value: toSlug('member', one.id), label: one.name })),
    zone: (await readAskingRules(db, workspace)).timeZone,
    done: new URL(request.url).searchParams.has('done'),
  };
}

/** A member does one thing with it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const id = fromSlug('followUp', params.followUp);
  const known = id ? await pageFollowUps(context.house.db, workspace, { id }) : [];
  if (!id || known.length === 0) throw notFound();
  const form = await request.formData();
  const acted = await act(context.house, workspace, { id, form, memberId: member.id });
  if (acted?.kind === 'not_found') throw notFound();
  if (acted) return data(acted, { status: 422 });
  throw redirect(`/follow-ups/${params.followUp}?done`, 303);
}

function notFound(): Response {
  return new Response('There is no such follow-up.', { status: 404 });
}

export { FollowUpPage as default } from './page.tsx';
