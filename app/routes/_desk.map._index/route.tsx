import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { countByPersona } from '#app/audience/moment/touch/count-by-persona.server.ts';
import { requireMember } from '#app/membership/guard.server.ts';
import { DESK } from '#app/membership/permission.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';

export const meta: MetaFunction = () => [{ title: 'Map · Rolecall' }];

/** Nothing is mapped before a persona is chosen. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context);
  const { reading: db } = context.house;
  const counts = await countByPersona(db, workspace);
  const personas = (await readPersonas(db, workspace)).map((persona) => ({
    ...persona,
    ...(counts.get(persona.id) ?? { moments: 0, touches: 0 }),
  }));
  return {
    // Of a closed persona nothing new happens, but what happened can be looked at.
    personas: personas.filter(({ closedAt, touches }) => closedAt === null || touches > 0),
    mayEdit: DESK.includes(member.permission),
  };
}

export { ChoosePersonaPage as default } from './page.tsx';
