import { z } from 'zod';
import { listPersonas } from '#app/persona/persona.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { inTransaction } from '#app/platform/serial-transaction.server.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { Draft, emptyDraft } from './draft/draft.ts';
import { insertSurvey, isAskingProgramme } from './survey.store.server.ts';
import type { KeptTexts } from './translation/kept-text.ts';
import { upsertTranslation } from './translation/translation.store.server.ts';

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

export type CreatedSurvey =
  | { kind: 'created'; id: string }
  | { kind: 'unknown_programme' }
  | { kind: 'unknown_persona' };

/** What a new survey begins with, where it does not begin empty. */
export interface SurveyStart {
  draft: Draft;
  /** By BCP 47 tag. */
  translations: Readonly<Record<string, KeptTexts>>;
  actor: Actor;
}

/** Opens a draft for exactly one persona of one programme, empty or begun; neither can change later. */
export async function createSurvey(
  { db, ids, clock }: Pick<House, 'db' | 'ids' | 'clock'>,
  workspace: Workspace,
  input: NewSurvey & { start?: SurveyStart },
): Promise<CreatedSurvey> {
  const survey = NewSurvey.parse(input);
  if (!(await isAskingProgramme(db, workspace, survey.programmeId))) return { kind: 'unknown_programme' };
  const personas = await listPersonas(db, workspace);
  const isOpen = personas.some(({ id, closedAt }) => id === survey.personaId && closedAt === null);
  if (!isOpen) return { kind: 'unknown_persona' };
  const [surveyId, now] = [ids.make(), clock.now()];
  const { start } = input;
  await inTransaction(db, async (tx) => {
    const draft = JSON.stringify(start ? Draft.parse(start.draft) : emptyDraft());
    await insertSurvey(tx, workspace, { ...survey, id: surveyId, draft, revision: 1, createdAt: now });
    for (const [language, texts] of Object.entries(start?.translations ?? {})) {
      const change = { surveyId, language, texts, revision: 0, actor: start!.actor, now };
      await upsertTranslation(tx, workspace, change);
    }
  });
  return { kind: 'created', id: surveyId };
}
