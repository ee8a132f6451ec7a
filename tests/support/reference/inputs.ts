import { z } from 'zod';
import type { Counts } from '#app/results/arithmetic/counts.ts';
import { figureOf } from '#app/results/figure.ts';
import { gapBetween } from '#app/results/gap.ts';
import { classesOf, sampleOf } from '#tests/support/samples.ts';

export type Runner = (inputs: Record<string, unknown>) => Record<string, unknown>;

/** A count as the reference file writes it, in our words. */
export const Pqd = z
  .object({ P: z.number(), Q: z.number(), D: z.number() })
  .transform(({ P, Q, D }): Counts => ({ promoters: P, passives: Q, detractors: D }));
/** A count and the confidence asked for. */
export const Interval = z
  .object({ P: z.number(), Q: z.number(), D: z.number(), conf: z.number() })
  .transform(({ P, Q, D, conf }) => ({ promoters: P, passives: Q, detractors: D, conf }));
export const Prior = z.tuple([z.number(), z.number(), z.number()]);
export const TwoWaves = z.object({ wave1: Pqd, wave2: Pqd });
export const Expected = z.object({ p: z.number(), d: z.number() });
export const Class = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
export const Ps = z.object({ p: z.array(z.number()) });

/** Reads the inputs as `shape` and runs. */
export function given<Shape extends z.ZodType>(
  shape: Shape,
  run: (inputs: z.infer<Shape>) => Record<string, unknown>,
): Runner {
  return (inputs) => run(shape.parse(inputs));
}

export const onCounts = (run: (counts: Counts) => Record<string, unknown>) => given(Pqd, run);

/** Two personas as the product shows them: each on its own, and the gap. */
export function apart({ end_user, buyer }: { end_user: Counts; buyer: Counts }) {
  const minted = (id: string, counts: Counts) =>
    sampleOf(classesOf(counts.promoters, counts.passives, counts.detractors), { persona: id });
  const users = minted('end_user', end_user);
  const buyers = minted('buyer', buyer);
  const gap = gapBetween(users, buyers);
  return {
    scores: { end_user: figureOf(users).score, buyer: figureOf(buyers).score },
    gap: gap.kind === 'gap' ? gap.points : null,
    answers: users.n + buyers.n,
  };
}
