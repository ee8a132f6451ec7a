import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { listWaves } from '#app/programme/wave/list-waves.server.ts';
import { listSurveys } from '#app/survey/list-surveys.server.ts';

export const meta: MetaFunction = () => [{ title: 'Sends · Rolecall' }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, DESK);
  const { db } = context.house;
  const personas = await readPersonas(db, workspace);
  const waves = (await listWaves(db, workspace)).filter(({ kind }) => kind === 'asked');
  const surveys = await listSurveys(db, workspace);
  return {
    canSend: surveys.some(({ published }) => published !== null),
    waves: waves.map(({ invited, ...wave }) => ({
      ...wave,
      slug: toSlug('wave', wave.id),
      programmeSlug: toSlug('programme', wave.programmeId),
      asked: personas.flatMap((persona) => {
        const people = invited.find(({ personaId }) => personaId === persona.id)?.people;
        return people ? [{ persona, people }] : [];
      }),
    })),
  };
}

export { SendsPage as default } from './page.tsx';
