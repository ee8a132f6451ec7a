import { z } from 'zod';
import { idIn } from '#app/platform/wire/cell.ts';
import type { PersonaCoverage, Split } from '../split.ts';
import { FigureOut, GapOut, toFigureOut, toGapOut } from './figure-wire.ts';
import { QuestionOut } from './question-wire.ts';

/** `?wave=&persona=&account=`. The persona is read apart: whatever it is, it is answered. */
export const ResultQuery = z.strictObject({
  wave: idIn('wave'),
  account: idIn('account').optional(),
});

/** All personas of a wave are asked for with nothing besides: whatever else is sent is a question that was not answered. */
export const WaveResultsQuery = z.strictObject({});

/** What one persona answered: its score where it was asked for one, and its other questions. */
export const FigureAnswerOut = z.object({
  figure: FigureOut.nullable().meta({
    description: 'Null where this persona was asked nothing from 0 to 10.',
  }),
  questions: z
    .array(QuestionOut)
    .meta({ description: 'The other questions in the order asked; texts are among the responses.' }),
});

/** Figures of a wave, one per persona. No slot for one over all of them. */
export const WaveResultsOut = z.object({
  by_persona: z.array(FigureOut).meta({ description: 'In the fixed order of lanes, which is no ranking.' }),
});

/** A refusal that is a result: the fact, the reason, and what may be asked for, already there. */
export const SplitOut = z.object({
  error: z.object({
    code: z.enum(['PERSONA_REQUIRED', 'PERSONA_MIX', 'COMPOSITE_REFUSED']),
    message: z.string(),
    personas: z.array(z.object({ id: z.string(), answers: z.int().nullable() })),
    instead: z.object({
      by_persona: z.array(FigureOut),
      gap: GapOut.nullable(),
      coverage: z
        .record(z.string(), z.object({ heard: z.int().nullable(), known: z.int().nullable() }))
        .meta({ description: 'By persona id.' }),
    }),
    why: z.literal('/docs/orples'),
  }),
});

export function toSplitOut({ code, message, personas, instead, why }: Split): z.infer<typeof SplitOut> {
  const coverage = instead.coverage.map(
    (covered) => [covered.persona.id, { heard: heardOut(covered), known: covered.known }] as const,
  );
  return {
    error: {
      code,
      message,
      personas: instead.coverage
        .filter(({ persona }) => personas.some(({ id }) => id === persona.id))
        .map((covered) => ({ id: covered.persona.id, answers: heardOut(covered) })),
      instead: {
        by_persona: instead.by_persona.map(toFigureOut),
        gap: instead.gap && toGapOut(instead.gap),
        coverage: Object.fromEntries(coverage),
      },
      why,
    },
  };
}

/** Null where, in confidence, nothing is told; of a band its lower end. */
function heardOut({ heard, told }: PersonaCoverage): number | null {
  return heard === 0 && told !== '0' ? null : heard;
}

/**
 * What a query says about persona, however it is spelled: `persona`, `persona[]`, `PERSONA`, `personas`. One
 * value of the one right spelling stays as it is; anything else is a list, in which commas separate.
 */
export function readPersonas(query: URLSearchParams): { personas: string[]; rest: URLSearchParams } {
  const rest = new URLSearchParams();
  const said: [name: string, value: string][] = [];
  for (const [name, value] of query) {
    if (/^personas?(\[.*)?$/.test(name.normalize('NFKC').trim().toLowerCase())) said.push([name, value]);
    else rest.append(name, value);
  }
  const [first, ...others] = said;
  if (first?.[0] === 'persona' && others.length === 0 && !first[1].includes(','))
    return { personas: [first[1]], rest };
  const values = said.flatMap(([, value]) => value.split(','));
  // Never fewer than two, so that a list of one is not taken for the one persona that was named.
  return { personas: values.length === 1 ? [...values, ''] : values, rest };
}

/** Words by which one number is made of those of several personas: a statistic over them, weights, an index. */
const COMPOSITES = new Set(['stat', 'aggregate', 'weights', 'weight_by', 'composite', 'health', 'trim']);

/**
 * Whether a query asks for one number over several personas. Of exactly one named persona such a word means nothing, and stays for
 * the query to be refused by.
 */
export function readMixture({ personas, rest }: ReturnType<typeof readPersonas>): {
  isComposite: boolean;
  rest: URLSearchParams;
} {
  if (personas.length === 1) return { isComposite: false, rest };
  const others = [...rest].filter(([name]) => !COMPOSITES.has(name));
  return { isComposite: others.length < rest.size, rest: new URLSearchParams(others) };
}
