import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { compareVersions } from '#app/survey/compare/compare-versions.ts';
import { readVersion } from '#app/survey/version/read-version.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.version.surveyName}, version ${data.version.number}` : 'Version'} · Rolecall` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const surveyId = fromSlug('survey', params.survey);
  const number = /^[1-9]\d{0,5}$/.test(params.number ?? '') ? Number(params.number) : 0;
  const version = surveyId ? await readVersion(db, workspace, { surveyId, number }) : null;
  if (!version) throw new Response('There is no such version.', { status: 404 });
  const earlier = await readVersion(db, workspace, { surveyId: version.surveyId, number: number - 1 });
  const personas = await readPersonas(db, workspace);
  return {
    version,
    compared: earlier && compareVersions(earlier.set, version.set),
    slug: params.survey!,
    programmeSlug: toSlug('programme', version.programmeId),
    persona: personas.find(({ id }) => id === version.personaId)!,
  };
}

export { VersionPage as default } from './page.tsx';
