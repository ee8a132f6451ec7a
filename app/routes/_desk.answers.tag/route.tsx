import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug } from '#app/platform/ids.ts';
import { readPlace } from '#app/results/place-slug.ts';
import { readThresholds } from '#app/results/read-thresholds.server.ts';
import { readTagging } from '#app/results/theme/read-tagging.server.ts';
import { act } from './acts.server.ts';
import { toShown } from './to-shown.ts';

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  {
    title: `${view?.page ? `Themes in comments of ${view.page.persona.plural}` : 'Themes in comments'} · Rolecall`,
  },
];

const SORTED = ['not_yet', 'suggested'] as const;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { reading: db } = context.house;
  const query = new URL(request.url).searchParams;
  const asked = {
    waveId: fromSlug('wave', query.get('wave') ?? undefined),
    personaId: query.get('persona'),
    search: query.get('q')?.trim().slice(0, 200) || undefined,
    themeId: fromSlug('theme', query.get('theme') ?? undefined) ?? undefined,
    sorted: SORTED.find((one) => one === query.get('sorted')),
    before: readPlace(query.get('before')),
  };
  const page = await readTagging(db, workspace, asked, await readThresholds(db, workspace));
  return { page: page && toShown(page, asked), did: query.get('did') };
}

/** Tags texts of one persona, confirms or removes tags, or has some suggested. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, DESK);
  const query = new URL(request.url).searchParams;
  const form = await request.formData();
  const [wave, personaId] = [String(form.get('wave') ?? ''), String(form.get('persona') ?? '')];
  const lane = { waveId: fromSlug('wave', wave) ?? '', personaId };
  const acted = await act(context.house, workspace, { lane, form, actor: member.id });
  if (acted.kind === 'not_found') throw new Response('There is no such comment here.', { status: 404 });
  if (acted.kind === 'refused') return data(acted, { status: 422 });
  for (const [name, value] of Object.entries({ wave, persona: personaId, did: acted.did }))
    query.set(name, value);
  throw redirect(`/answers/tag?${query}${acted.at ? `#${acted.at}` : ''}`, 303);
}

export { TaggingPage as default } from './page.tsx';
