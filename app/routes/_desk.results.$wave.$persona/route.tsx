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
  const before = fromSlug('response', query.get('before') ?? undefined) ?? undefined;
  const of = { waveId: waveId ?? '', personaId: params.persona ?? '', before };
  const narrowing = readNarrowing(query);
  const table = waveId ? await readThemeTable(db, workspace, waveId, thresholds) : null;
  // Whoever may not read single texts guesses none by their words where confidence was promised.
  const maySearch = mayChoose || table?.wave.confidentiality === 'attributed';
  const asked = { ...of, narrowing: maySearch ? narrowing : { ...narrowing, search: undefined } };
  const page = table && (await readPersonaPage(db, workspace, asked, thresholds));
  if (!page)
    throw new Response('There is no such wave, or this persona was not asked in it.', { status: 404 });
  const { lanes, lane, verbatims, older, ...rest } = page;
  // An id tells the moment it was made: in confidence only those who choose a text get it.
  const tellsIds = mayChoose || page.wave.confidentiality === 'attributed';
  const slug = toSlug('wave', page.wave.id);
  // Only those who can decide on it are told: the page of an executive has nothing to add.
  const held = mayChoose ? (await countHeld(db, workspace, page.wave.id)).byPersona : null;
  return {
    ...rest,
    slug,
    persona: lane.row.persona,
    asked: lane.score?.question.wording ?? lane.questions[0]?.wording ?? lane.texts[0]?.wording ?? '',
    verbatims: tellsIds ? verbatims : verbatims.map((one, i) => ({ ...one, responseId: String(i) })),
    chosen: mayChoose ? lane.row.chosenResponseId : null,
    known: lane.row.known,
    invited: lane.invited,
    heard: lane.heard,
    held: held?.get(lane.row.persona.id) ?? 0,
    tabs: lanes.map(({ row }) => ({ persona: row.persona, to: `/results/${slug}/${row.persona.id}` })),
    older: older && tellsIds ? toSlug('response', older) : null,
    mayChoose,
    ...toThemes(table, lane.row.persona),
    filter: toFilter(asked.narrowing),
    maySearch,
    mayBand: page.wave.confidentiality === 'attributed' && lane.score !== null,
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
