import { z } from 'zod';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { emptyDraft } from './draft.ts';
import { insertSurvey, isAskingProgramme } from './survey.store.server.ts';

export const NewSurvey = z.object({
  programmeId: z.string().min(1, 'Choose the programme that this survey serves.'),
  personaId: z.string().min(1, 'Choose the one persona that these questions are for.'),
  name: z.string().trim().min(1, 'Give it a name that your colleagues will find it by.').max(80),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Use a language code such as en or de.')
    .default('en'),
});
export type NewSurvey = z.input<typeof NewSurvey>;

/** The same as a form sends it: the programme by its slug. */
export const NewSurveyForm = NewSurvey.omit({ programmeId: true }).extend({
  programme: NewSurvey.shape.programmeId.prefault(''),
  personaId: NewSurvey.shape.personaId.prefault(''),
});

export type CreatedSurvey =
  | { kind: 'created'; id: string }
  | { kind: 'unknown_programme' }
  | { kind: 'unknown_persona' };

/** Opens an empty draft for exactly one persona of one programme; neither can change later. */
export async function createSurvey(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: NewSurvey,
): Promise<CreatedSurvey> {
  const survey = NewSurvey.parse(input);
  if (!(await isAskingProgramme(db, workspace, survey.programmeId))) return { kind: 'unknown_programme' };
  const personas = await listPersonas(db, workspace);
  const isOpen = personas.some(({ id, closedAt }) => id === survey.personaId && closedAt === null);
  if (!isOpen) return { kind: 'unknown_persona' };
  const id = ids.make();
  const draft = JSON.stringify(emptyDraft());
  await insertSurvey(db, workspace, { ...survey, id, draft, revision: 1, createdAt: clock.now() });
  return { kind: 'created', id };
}
