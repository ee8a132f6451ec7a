import { z } from 'zod';
import { PLUS_3 } from '../arithmetic/accounts.ts';
import { CONFIDENCE, type EstimateKind } from '../arithmetic/estimate.ts';
import { type Prior, UNIFORM } from '../arithmetic/finite.ts';
import type { Range } from '../arithmetic/interval.ts';
import { WIDENED_TO } from '../confidence/coarse.ts';
import { isInConfidence } from '../confidence/policy.ts';
import type { Figure } from '../figure.ts';
import type { Gap } from '../gap.ts';

const NOT_IN_CONFIDENCE = 'Null in confidence: there, nothing finer is told than what is shown.';

export const RangeOut = z.object({ low: z.number(), high: z.number() });

export const PriorOut = z
  .object({ promoters: z.number(), passives: z.number(), detractors: z.number() })
  .nullable();

/** How an interval is made, so that whoever has the inputs can make it again. */
export const ComputedOut = z
  .object({
    method: z
      .enum(['score', 'account_plus3', 'finite', 'census'])
      .meta({ description: 'What the interval is: see the guide “How sure are we”.' }),
    confidence: z.number().nullable().meta({ description: 'Null where everybody was heard.' }),
    prior: PriorOut.meta({
      description: 'Pseudo-answers before anybody is heard; of account_plus3 pseudo-accounts. Null: none.',
    }),
    widened_to: z
      .int()
      .nullable()
      .meta({ description: 'In confidence: both ends lie outwards, at multiples of so many points.' }),
  })
  .nullable()
  .meta({ description: 'How the interval is made; null where there is none.' });

export const UnroundedOut = z
  .object({
    persona: z.string().meta({ description: 'Whose it is: no score stands without it, here either.' }),
    score: z.number(),
    per_person: z.number().nullable(),
    per_account: z.number().nullable(),
    interval: RangeOut,
    bounds: RangeOut.nullable().meta({
      description:
        'What all known could come to, whatever those not heard think; null where nobody listed them.',
    }),
  })
  .nullable()
  .meta({ description: `What is shown in whole points, to the last digit. ${NOT_IN_CONFIDENCE}` });

export const UnroundedRangeOut = RangeOut.nullable().meta({
  description: `The interval to the last digit. ${NOT_IN_CONFIDENCE}`,
});

const PRIORS = {
  score: null,
  account_plus3: PLUS_3,
  finite: UNIFORM,
  census: null,
} as const satisfies Record<EstimateKind, Prior | null>;

export function toComputedOut({ interval, confidentiality }: Figure): z.infer<typeof ComputedOut> {
  if (interval.kind === 'none') return null;
  const prior = PRIORS[interval.kind];
  return {
    method: interval.kind,
    confidence: interval.kind === 'census' ? null : CONFIDENCE,
    prior: prior && toPriorOut(prior),
    widened_to: isInConfidence(confidentiality) ? WIDENED_TO : null,
  };
}

export function toUnroundedOut(figure: Figure): z.infer<typeof UnroundedOut> {
  const { persona, score, perPerson, perAccount, interval, bounds, confidentiality } = figure;
  if (score === null || interval.kind === 'none' || isInConfidence(confidentiality)) return null;
  return {
    persona: persona.id,
    score,
    per_person: perPerson,
    per_account: perAccount,
    interval: toRangeOut(interval),
    bounds: bounds && toRangeOut(bounds),
  };
}

/** Of two personas: as fine as both promises allow. */
export function isGapOpen({ sides }: Gap): boolean {
  return sides.every(({ confidentiality }) => !isInConfidence(confidentiality));
}

export function toPriorOut([promoters, passives, detractors]: Prior) {
  return { promoters, passives, detractors };
}

export function toRangeOut({ lo, hi }: Range): z.infer<typeof RangeOut> {
  return { low: lo, high: hi };
}
