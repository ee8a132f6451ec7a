import type { PersonaBase } from '#app/persona/persona.ts';
import { toSlug } from '#app/platform/ids.ts';

/** A wave that would put questions to another persona than they were written for (DOMAIN A5). */
export interface QuestionSetMismatch {
  kind: 'refused';
  code: 'QUESTION_SET_MISMATCH';
  status: 422;
  message: string;
  /** What to copy, and for whom; the persona is null where there is no such persona. */
  surveyId: string;
  personaId: string | null;
  /** The questions of the version that take other work for granted. */
  questions: { key: string; wording: string; assumes: PersonaBase }[];
}

/** Where the refused questions can be copied for whom they were wanted. */
export function copyAddress({ surveyId, personaId }: QuestionSetMismatch): string {
  return `/surveys/${toSlug('survey', surveyId)}/copy${personaId ? `?persona=${personaId}` : ''}`;
}
