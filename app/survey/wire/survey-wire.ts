import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { momentOut, toMoment } from '#app/platform/wire/cell.ts';

export const SurveyOut = z.object({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  persona: z.string().meta({ description: 'The one persona that it asks.' }),
  programme: z.string(),
  published: z.int().nullable().meta({ description: 'The newest published version; null before the first.' }),
  changed_at: momentOut,
});

/** As much of a survey's document as the contract tells apart; the whole is at `/schema/survey-1.json`. */
export const SurveyDocumentOut = z
  .looseObject({
    format: z.literal('rolecall-survey'),
    formatVersion: z.literal(1),
    version: z.int(),
    name: z.string(),
    language: z.string(),
    questions: z.array(z.looseObject({ key: z.string(), kind: z.string(), wording: z.string() })),
  })
  .meta({ description: 'The whole schema is at /schema/survey-1.json.' });

export interface SurveyLine {
  id: string;
  name: string;
  language: string;
  personaId: string;
  programmeId: string;
  updatedAt: number;
  published: number | null;
}

export function toSurveyOut(survey: SurveyLine): z.infer<typeof SurveyOut> {
  const { id, name, language, personaId, programmeId, published, updatedAt } = survey;
  return {
    ...{ id: toSlug('survey', id), name, language, persona: personaId },
    ...{ programme: toSlug('programme', programmeId), published, changed_at: toMoment(updatedAt) },
  };
}
