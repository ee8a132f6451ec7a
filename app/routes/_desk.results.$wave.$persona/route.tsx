import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { countHeld } from '#app/answering/held/count-held.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { chooseVerbatim } from '#app/overview/choose-verbatim.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { handleOf } from '#app/results/confidence/handle.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import { placeSlug, readPlace } from '#app/results/place-slug.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.persona.plural}, ${data.wave.name}` : 'Results'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', params.wave);
  const before = readPlace(new URL(request.url).searchParams.get('before'));
  const of = { waveId: waveId ?? '', personaId: params.persona ?? '', before };
  const page = waveId ? await readPersonaPage(db, workspace, of, await readThresholds(db, workspace)) : null;
  if (!page)
    throw new Response('There is no such wave, or this persona was not asked in it.', { status: 404 });
  const { lanes, lane, verbatims, ...rest } = page;
  const mayChoose = member.permission !== 'executive';
  const isQuiet = isInConfidence(page.wave.confidentiality);
  const chosen = lane.row.chosenResponseId;
  const last = verbatims.at(-1);
  const slug = toSlug('wave', page.wave.id);
  // Only those who can decide on it are told: the page of an executive has nothing to add.
  const held = mayChoose ? (await countHeld(db, workspace, page.wave.id)).byPersona : null;
  return {
    ...rest,
    slug,
    persona: lane.row.persona,
    asked: lane.score?.question.wording ?? lane.questions[0]?.wording ?? lane.texts[0]?.wording ?? '',
    verbatims,
    chosen: mayChoose && chosen ? (isQuiet ? handleOf(chosen) : chosen) : null,
    known: lane.row.known,
    invited: lane.invited,
    heard: lane.heard,
    heardTold: lane.heardTold,
    held: held?.get(lane.row.persona.id) ?? 0,
    tabs: lanes.map(({ row }) => ({ persona: row.persona, to: `/results/${slug}/${row.persona.id}` })),
    older: last ? placeSlug(last.responseId) : null,
    mayChoose,
  };
}

/** Puts one text of this persona on the overview, or takes it back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace } = await requireMember(request, context, ['admin', 'cx']);
  const form = await request.formData();
  const waveId = fromSlug('wave', params.wave) ?? '';
  const responseId = String(form.get('response') ?? '') || null;
  const chosen = await chooseVerbatim(context.house.db, workspace, {
    waveId,
    personaId: params.persona ?? '',
    responseId,
  });
  if (chosen.kind === 'unknown') throw new Response('There is no such answer here.', { status: 404 });
  return redirect(new URL(request.url).pathname, 303);
}

export { PersonaPage as default } from './page.tsx';
