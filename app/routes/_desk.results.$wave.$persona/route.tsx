import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { countHeld } from '#app/answering/held/count-held.server.ts';
import { whoDeclined } from '#app/delivery/declined/who-declined.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { chooseVerbatim } from '#app/overview/choose-verbatim.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { decideCut } from '#app/results/breakdown/decide-cut.server.ts';
import { handleOf } from '#app/results/confidence/handle.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import { mostReadFor } from '#app/results/each.ts';
import { placeSlug, readPlace } from '#app/results/place-slug.ts';
import { readDepth } from '#app/results/read-depth.server.ts';
import { readPersonaPage } from '#app/results/read-persona-page.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { readThemeTable } from '#app/results/theme/read-theme-table.server.ts';
import { readNarrowing, toFilter } from './narrowing.ts';
import { toThemes } from './to-themes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.persona.plural}, ${data.wave.name}` : 'Results'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', params.wave);
  const mayChoose = member.permission !== 'executive';
  const thresholds = await readThresholds(db, workspace);
  const query = new URL(request.url).searchParams;
  const before = readPlace(query.get('before'));
  const of = { waveId: waveId ?? '', personaId: params.persona ?? '', before };
  const asked = { ...of, narrowing: readNarrowing(query), mayReadTexts: mayChoose };
  const [table, page] = await Promise.all([
    readThemeTable(db, workspace, of.waveId, thresholds),
    readPersonaPage(db, workspace, asked, thresholds),
  ]);
  if (!table || !page)
    throw new Response('There is no such wave, or this persona was not asked in it.', { status: 404 });
  const { personas, lane, verbatims, older, before: previous, narrowing, ...rest } = page;
  const readsEach = query.get('read') === 'each';
  const wanted = { by: query.get('by') || null, most: mostReadFor(query.get('read')) };
  const [depth, held] = await Promise.all([
    readDepth(db, workspace, page, wanted, thresholds),
    // Only those who can decide on it are told: the page of an executive has nothing to add.
    mayChoose ? countHeld(db, workspace, page.wave.id) : null,
  ]);
  const { frame } = depth;
  const declined = await whoDeclined(context.house, workspace, {
    seats: frame?.kind === 'named' ? frame.silent : [],
    programmeId: page.wave.programmeId,
  });
  const isQuiet = isInConfidence(page.wave.confidentiality);
  const chosen = lane.row.chosenResponseId;
  const slug = toSlug('wave', page.wave.id);
  return {
    ...rest,
    ...depth,
    readsEach,
    declined: [...declined],
    waveBefore: previous?.wave.name ?? null,
    slug,
    persona: lane.row.persona,
    asked: lane.score?.question.wording ?? lane.questions[0]?.wording ?? lane.texts[0]?.wording ?? '',
    verbatims,
    chosen: mayChoose && chosen ? (isQuiet ? handleOf(chosen) : chosen) : null,
    known: lane.row.known,
    invited: lane.invited,
    heard: lane.heard,
    heardTold: lane.heardTold,
    held: held?.byPersona.get(lane.row.persona.id) ?? 0,
    tabs: personas.map((persona) => ({ persona, to: `/results/${slug}/${persona.id}` })),
    older: older && placeSlug(older),
    mayChoose,
    ...toThemes(table, lane.row.persona),
    filter: toFilter(narrowing),
    mayBand: !isQuiet && lane.score !== null,
  };
}

/** Puts one text of this persona on the overview, or takes it back; or decides how a lane in confidence is broken down. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin', 'cx']);
  const form = await request.formData();
  const waveId = fromSlug('wave', params.wave) ?? '';
  const back = new URL(request.url).pathname;
  if (form.has('by')) {
    const attributeId = fromSlug('attribute', String(form.get('by'))) ?? '';
    const lane = { waveId, personaId: params.persona ?? '' };
    const cut = await decideCut(context.house, workspace, { ...lane, attributeId, actor: member.id });
    if (cut.kind === 'unknown') throw new Response('There is no such attribute here.', { status: 404 });
    return redirect(`${back}#breakdown`, 303);
  }
  const responseId = String(form.get('response') ?? '') || null;
  const chosen = await chooseVerbatim(context.house.db, workspace, {
    waveId,
    personaId: params.persona ?? '',
    responseId,
  });
  if (chosen.kind === 'unknown') throw new Response('There is no such answer here.', { status: 404 });
  return redirect(back, 303);
}

export { PersonaPage as default } from './page.tsx';
