import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { readOverview } from '#app/overview/read-overview.server.ts';
import { Headline, writeHeadline } from '#app/overview/write-headline.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { isInConfidence } from '#app/results/confidence/policy.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Overview${data?.view ? `: ${data.view.wave.name}` : ''} · Rolecall` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const waveId = fromSlug('wave', new URL(request.url).searchParams.get('wave') ?? undefined);
  const overview = await readOverview(db, workspace, waveId, await readThresholds(db, workspace));
  const mayWrite = member.permission !== 'executive';
  if (!overview && waveId) throw new Response('There is no such wave.', { status: 404 });
  if (!overview) return { view: null, mayWrite };
  const { wave, waves } = overview;
  const lanes = overview.lanes.map(({ lane, said, ...rest }) => ({
    ...rest,
    said: said && { words: said.words, by: said.by },
    persona: lane.row.persona,
    known: lane.row.known,
    invited: lane.invited,
    heard: lane.heard,
    heardTold: lane.heardTold,
    isQuiet: isInConfidence(wave.confidentiality),
    to: `/results/${toSlug('wave', wave.id)}/${lane.row.persona.id}`,
  }));
  const choices = waves.map(({ id, name, programmeName }) => ({
    value: toSlug('wave', id),
    label: `${name}, ${programmeName}`,
  }));
  return { view: { wave, slug: toSlug('wave', wave.id), lanes, choices }, mayWrite };
}

/** Writes the sentence at the top; only those who work with the answers may. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, ['admin', 'cx']);
  const form = await request.formData();
  const slug = String(form.get('wave') ?? '');
  const waveId = fromSlug('wave', slug);
  const headline = Headline.safeParse(form.get('headline') ?? '');
  if (!headline.success)
    return data(
      { fault: headline.error.issues[0]!.message, typed: String(form.get('headline')) },
      { status: 422 },
    );
  const written = waveId
    ? await writeHeadline(context.house.db, workspace, {
        waveId,
        headline: headline.data,
        memberId: member.id,
      })
    : { kind: 'unknown_wave' };
  if (written.kind === 'unknown_wave') throw new Response('There is no such wave.', { status: 404 });
  return redirect(`/overview?wave=${slug}`, 303);
}

export { OverviewPage as default } from './page.tsx';
