import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { readProgramme } from '#app/programme/read-programme.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.programme.name ?? 'Programme'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const id = fromSlug('programme', params.programme);
  const found = id ? await readProgramme(context.house.db, workspace, id) : null;
  if (!found) throw new Response('There is no such programme.', { status: 404 });
  return {
    programme: { ...found.programme, slug: toSlug('programme', found.programme.id) },
    lanes: found.lanes.map((lane) => ({
      ...lane,
      surveys: lane.surveys.map((survey) => ({ ...survey, slug: toSlug('survey', survey.id) })),
    })),
    waves: found.waves.map((wave) => ({ ...wave, slug: toSlug('wave', wave.id) })),
  };
}

export { ProgrammePage as default } from './page.tsx';
