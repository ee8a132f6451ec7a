import { z } from 'zod';
import { JEFFREYS } from '../arithmetic/bayes.ts';
import { CONFIDENCE } from '../arithmetic/estimate.ts';
import type { Sure } from '../sure/sure.ts';
import { PriorOut, toPriorOut } from './unrounded-wire.ts';

/** How sure one persona's figure is, and what it would take to be surer (DOMAIN 2.7). */
export const SureOut = z.object({
  shares: z
    .array(
      z.object({
        answered: z.string(),
        people: z.int(),
        share: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    )
    .meta({ description: 'With intervals that hold for all three at once (Goodman 1965).' }),
  confidence: z.number().meta({ description: 'Of the intervals of the shares.' }),
  tipping_point: z
    .object({
      line: z.number(),
      silent: z.int(),
      detractors_needed: z.int(),
      possible: z.boolean(),
      words: z.string(),
    })
    .nullable(),
  odds_above: z
    .object({ line: z.number(), chance: z.number(), words: z.string(), prior: PriorOut })
    .nullable(),
  needed: z.object({
    margins: z.array(z.object({ margin: z.int(), answers: z.int() })),
    change: z.object({ change: z.int(), answers_per_wave: z.int() }),
    words: z.string(),
  }),
});

export function toSureOut({ shares, tipping, odds, needed }: Sure): z.infer<typeof SureOut> {
  const { change, margins, words } = needed;
  return {
    confidence: CONFIDENCE,
    shares: shares.map(({ name, people, range }) => ({
      answered: name,
      people,
      share: range.share,
      low: range.lo,
      high: range.hi,
    })),
    tipping_point: tipping && {
      line: tipping.line,
      silent: tipping.silent,
      detractors_needed: tipping.detractorsNeeded,
      possible: tipping.possible,
      words: tipping.words,
    },
    odds_above: odds && { ...odds, prior: toPriorOut(JEFFREYS) },
    needed: {
      margins: margins.map(({ points, answers }) => ({ margin: points, answers })),
      change: { change: change.points, answers_per_wave: change.answersPerWave },
      words,
    },
  };
}
