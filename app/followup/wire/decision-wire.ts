import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment } from '#app/platform/wire/cell.ts';
import { type Decision, VERDICTS } from '../decision/decision.ts';

export const DecisionIn = z
  .strictObject({
    verdict: z.enum(VERDICTS).meta({ description: '`do`, or `no`, which needs its reason.' }),
    what: z.string().trim().min(1).max(300),
    because: z.string().trim().max(1000).default(''),
    personas: z.array(z.string()).min(1).meta({ description: 'Each persona that it claims to serve.' }),
    follow_ups: z.array(idIn('followUp')).max(200).default([]),
    themes: z.array(idIn('theme')).max(50).default([]).meta({ description: 'Themes that it groups.' }),
  })
  .refine(({ verdict, because }) => verdict === 'do' || because !== '', {
    path: ['because'],
    message: 'Say why not: a no without its reason is no answer.',
  });

export const DecisionOut = z.object({
  id: z.string(),
  verdict: z.enum(VERDICTS),
  what: z.string(),
  because: z.string().nullable(),
  personas: z.array(z.string()),
  follow_ups: z.array(z.string()),
  themes: z.array(z.string()),
  decided_at: momentOut,
});

export const DecisionListOut = z.object({ data: z.array(DecisionOut) });

export function toDecisionOut(decision: Decision): z.infer<typeof DecisionOut> {
  return {
    id: toSlug('decision', decision.id),
    verdict: decision.verdict,
    what: decision.what,
    because: decision.because,
    personas: decision.personaIds,
    follow_ups: decision.followUps.map(({ id }) => toSlug('followUp', id)),
    themes: decision.themes.map(({ id }) => toSlug('theme', id)),
    decided_at: toMoment(decision.decidedAt),
  };
}
