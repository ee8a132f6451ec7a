import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { CONFIDENTIALITIES } from '../confidentiality.ts';
import type { Programme } from '../programme.ts';

export const ProgrammeOut = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['draft', 'live', 'paused', 'shut']),
  confidentiality: z.enum(CONFIDENTIALITIES),
  origin: z.enum(['asked', 'imported']),
  surveys: z
    .array(z.object({ persona: z.string(), version: z.string(), name: z.string(), number: z.int() }))
    .meta({ description: 'Published versions, the newest of each survey first. Each is for one persona.' }),
});

export const ProgrammeListOut = z.object({ data: z.array(ProgrammeOut) });

export function toProgrammeOut(
  programme: Programme,
  versions: readonly { id: string; personaId: string; surveyName: string; number: number }[],
): z.infer<typeof ProgrammeOut> {
  const { id, name, state, confidentiality, origin } = programme;
  return {
    id: toSlug('programme', id),
    name,
    state,
    confidentiality,
    origin,
    surveys: versions.map((version) => ({
      persona: version.personaId,
      version: toSlug('version', version.id),
      name: version.surveyName,
      number: version.number,
    })),
  };
}
