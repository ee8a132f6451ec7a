import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';
import { listSurveys } from '#app/survey/list-surveys.server.ts';

export const meta: MetaFunction = () => [{ title: 'Surveys · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const personas = new Map((await readPersonas(db, workspace)).map((persona) => [persona.id, persona]));
  const surveys = await listSurveys(db, workspace);
  const programmes = await listProgrammes(db, workspace);
  return {
    hasProgramme: programmes.some(({ origin }) => origin === 'asked'),
    surveys: surveys.map((survey) => ({
      ...survey,
      slug: toSlug('survey', survey.id),
      programmeSlug: toSlug('programme', survey.programmeId),
      persona: personas.get(survey.personaId)!,
    })),
  };
}

export { SurveysPage as default } from './page.tsx';
