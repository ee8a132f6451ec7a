import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { takeOutTouch } from '#app/audience/moment/touch/take-out-touch.server.ts';
import { readTrace } from '#app/committee/map/read-trace.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readAskingRules } from '#app/programme/asking/read-asking-rules.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.person.name} as ${data.persona.name}` : 'A trace'} · Map · Rolecall` },
];

/** One person in one persona: the way they took, and no other hat of theirs. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { reading: db } = context.house;
  const before = fromSlug('touch', new URL(request.url).searchParams.get('before') ?? undefined);
  const personId = fromSlug('person', params.person) ?? '';
  const of = { personaId: params.persona ?? '', personId, before: before ?? undefined };
  const trace = await readTrace(db, workspace, of);
  if (!trace) throw new Response('There is no such person or persona.', { status: 404 });
  return {
    ...trace,
    touches: trace.touches.map(({ id, ...touch }) => ({ ...touch, slug: toSlug('touch', id) })),
    answers: trace.answers.map(({ responseId, waveId, ...answer }) => ({
      ...answer,
      key: responseId,
      wave: toSlug('wave', waveId),
    })),
    slug: params.person!,
    isPaged: before !== null,
    zone: (await readAskingRules(db, workspace)).timeZone,
  };
}

/** Takes out a touch that never was. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const form = await request.formData();
  const touchId = fromSlug('touch', String(form.get('touch') ?? '')) ?? '';
  const personId = fromSlug('person', params.person) ?? '';
  const personaId = params.persona ?? '';
  const taken = await takeOutTouch(context.house, workspace, {
    ...{ touchId, personId, personaId, actor: member.id },
  });
  if (taken.kind === 'not_found') throw new Response('There is no such touch here.', { status: 404 });
  throw redirect(`/map/${personaId}/people/${params.person}`, 303);
}

export { TracePage as default } from './page.tsx';
