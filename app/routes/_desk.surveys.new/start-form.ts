import { z } from 'zod';
import { fromSlug } from '#app/platform/ids.ts';
import { StartOf } from '#app/survey/pack/start-of.ts';

/** What the second step sends; without a start it is blank. */
export const StartForm = z
  .object({
    programme: z.string().min(1, 'Choose the programme that this survey serves.').prefault(''),
    personaId: z.string().min(1, 'Choose the one persona that these questions are for.').prefault(''),
    name: z.string().trim().max(80, 'Keep it under 80 characters.').default(''),
    language: z.string().max(35).default('en'),
    start: z.string().default('blank'),
    copyOf: z.string().default(''),
  })
  .transform(({ start, copyOf, ...rest }, context) => {
    const read = StartOf.safeParse(readStart(start, copyOf));
    if (read.success) return { ...rest, start: read.data };
    const [path, message] =
      start === 'copy'
        ? (['copyOf', 'Choose the survey to copy.'] as const)
        : (['start', 'Choose how it begins.'] as const);
    context.addIssue({ code: 'custom', path: [path], message });
    return z.NEVER;
  });

/** `blank`, `pack:relationship`, or `copy` with the survey beside it. */
function readStart(start: string, copyOf: string): unknown {
  const [kind, occasion] = start.split(':');
  if (kind === 'pack') return { kind, occasion };
  if (kind === 'copy') return { kind, surveyId: fromSlug('survey', copyOf) };
  return { kind };
}
