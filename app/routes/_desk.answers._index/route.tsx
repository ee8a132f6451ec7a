import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { countHeld } from '#app/answering/held/count-held.server.ts';
import { countUnplaced } from '#app/answering/unplaced/count-unplaced.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { placeSlug, readPlace } from '#app/results/place-slug.ts';
import { readAnswers } from '#app/results/read-answers.server.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { listThemes } from '#app/results/theme/list-themes.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  {
    title: `${data?.page ? `Answers of ${data.page.persona.plural}, ${data.page.waveName}` : 'Answers'} · Rolecall`,
  },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { reading: db } = context.house;
  const query = new URL(request.url).searchParams;
  const asked = {
    waveId: fromSlug('wave', query.get('wave') ?? undefined),
    personaId: query.get('persona'),
    search: query.get('q')?.trim().slice(0, 200) ?? '',
    themeId: fromSlug('theme', query.get('theme') ?? undefined) ?? undefined,
    before: readPlace(query.get('before')),
  };
  const themes = (await listThemes(db, workspace)).filter(({ mergedInto }) => mergedInto === null);
  const unplaced = await countUnplaced(db, workspace);
  const read = await readAnswers(db, workspace, asked, await readThresholds(db, workspace));
  const held = await countHeld(db, workspace, read?.wave.id ?? null);
  if (!read) return { unplaced, held: held.waiting, page: null };
  const { waves, wave, lanes, lane, answers, people, peopleTold, texts, older } = read;
  const page = {
    theme: asked.themeId ? toSlug('theme', asked.themeId) : '',
    themes: themes.map(({ id, name }) => ({ value: toSlug('theme', id), label: name })),
    ...{ people, peopleTold, texts, search: asked.search, isPaged: asked.before !== undefined },
    answers: answers.map((answer) => ({
      ...answer,
      followUpTo: followUpTo(wave, lane.row.persona.id, answer),
    })),
    persona: lane.row.persona,
    personas: lanes.map(({ persona }) => persona),
    asked: lane.questions[0]?.wording ?? lane.texts[0]?.wording ?? '',
    slug: toSlug('wave', wave.id),
    waveName: wave.name,
    held: held.byPersona.get(lane.row.persona.id) ?? 0,
    isAttributed: wave.confidentiality === 'attributed',
    waves: waves.map(({ id, name, programmeName }) => ({
      value: toSlug('wave', id),
      label: `${name}, ${programmeName}`,
    })),
    older: older && placeSlug(older),
  };
  return { unplaced, held: held.waiting, page };
}

/** Where to open a follow-up on an answer; null where it leads to nobody. */
function followUpTo(
  { id, programmeId, confidentiality }: { id: string; programmeId: string; confidentiality: string },
  persona: string,
  { responseId }: { responseId: string },
): string | null {
  if (confidentiality !== 'attributed') return null;
  const about = { persona, wave: toSlug('wave', id), programme: toSlug('programme', programmeId) };
  return `/follow-ups/new?${new URLSearchParams({ ...about, response: toSlug('response', responseId) })}`;
}

export { AnswersPage as default } from './page.tsx';
