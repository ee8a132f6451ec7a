import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import { compareQuestions } from '#app/programme/compare-questions.server.ts';
import { listProgrammes } from '#app/programme/list-programmes.server.ts';

export const meta: MetaFunction = () => [{ title: 'What is asked of whom · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const programmes = (await listProgrammes(db, workspace)).filter(({ origin }) => origin === 'asked');
  const wanted = new URL(request.url).searchParams.get('programme') ?? '';
  const id = wanted === '' && programmes.length === 1 ? programmes[0]!.id : fromSlug('programme', wanted);
  const found = id ? await compareQuestions(db, workspace, { programmeId: id }) : null;
  if (!found && wanted !== '') throw new Response('There is no such programme.', { status: 404 });
  return {
    programmes: programmes.map((one) => ({ value: toSlug('programme', one.id), label: one.name })),
    compared: found && {
      ...found,
      programme: { ...found.programme, slug: toSlug('programme', found.programme.id) },
      columns: found.columns.map(({ persona, surveys }) => ({
        persona,
        surveys: surveys.map((survey) => ({ ...survey, slug: toSlug('survey', survey.surveyId) })),
      })),
    },
  };
}

export { CompareQuestionsPage as default } from './page.tsx';
