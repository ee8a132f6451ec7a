import { z } from 'zod';
import { momentOut, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { invalidAt, type Problem, type ProblemTable, problemOf } from '#app/platform/wire/problem.ts';
import { BASES, type Persona, type PersonaLabel } from './persona.ts';

export const PersonaLabelOut = z.object({
  id: z.string(),
  base: z.enum(BASES),
  name: z.string(),
  plural: z.string(),
});

export const PersonaOut = z.object({
  ...PersonaLabelOut.shape,
  definition: z.string(),
  question: z.string().meta({ description: 'What to ask someone to find out whether they are one.' }),
  closed_at: momentOut.nullable(),
});

export const PersonaListOut = z.object({
  data: z.array(PersonaOut).meta({ description: 'In the fixed order of lanes, which is no ranking.' }),
});

export function toLabelOut({ id, base, name, plural }: PersonaLabel): z.infer<typeof PersonaLabelOut> {
  return { id, base, name, plural };
}

export function toPersonaOut(persona: Persona): z.infer<typeof PersonaOut> {
  const { definition, question, closedAt } = persona;
  return { ...toLabelOut(persona), definition, question, closed_at: toMomentOrNull(closedAt) };
}

/** Refusals about what role somebody is in. No setting turns them off. */
export const PERSONA_PROBLEMS = {
  PERSONA_REQUIRED: {
    status: 422,
    title: 'A persona is missing',
    meaning:
      'Name exactly one persona by its id, as GET /api/v1/personas lists it. A write without one stores nothing; a read without one is answered persona by persona.',
  },
  PERSONA_MIX: {
    status: 422,
    title: 'Several personas at once',
    meaning:
      'A figure belongs to one persona. The answer holds one figure for each, the gap between them and who was heard: use those.',
  },
  COMPOSITE_REFUSED: {
    status: 422,
    title: 'One number made of several personas’ numbers',
    meaning:
      'A mean of scores, weights, or an index over personas describes nobody. The answer holds each persona’s own figure and the gap with both its ends: use those, or name the lowest with its persona.',
  },
} as const satisfies ProblemTable;

/** What a write without a persona gets: the ids that it may choose from, open ones only. */
export function personaRequiredAt(pointer: string, personas: readonly Persona[]): Problem {
  const ids = personas.filter(({ closedAt }) => closedAt === null).map(({ id }) => id);
  const detail = `Name one persona: ${ids.join(', ')}. Nothing was stored.`;
  const { errors } = invalidAt([{ pointer, detail }]);
  return problemOf(PERSONA_PROBLEMS, 'PERSONA_REQUIRED', detail, { errors, personas: ids });
}
