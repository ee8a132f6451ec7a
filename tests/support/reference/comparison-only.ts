import { z } from 'zod';
import { added, answersIn, type Counts } from '#app/results/arithmetic/counts.ts';
import { adjustedWald, clipped } from '#app/results/arithmetic/interval.ts';
import { scoreOf, standardErrorOf } from '#app/results/arithmetic/score.ts';
import { apart, given, onCounts, Pqd, type Runner } from './inputs.ts';

const Z95 = 1.959963984540054;

/**
 * What the product must never compute lives here and nowhere else: for comparison, and to show what the traps
 * would have printed. `forbidden.test.ts` holds that no module of the statistics offers any of it.
 */
export const comparisonOnly: Record<string, Runner> = {
  'nps.ci.wald': onCounts((counts) => {
    const halfWidth = Z95 * (standardErrorOf(counts) ?? 0);
    return { ...clipped((scoreOf(counts) ?? 0) - halfWidth, (scoreOf(counts) ?? 0) + halfWidth) };
  }),
  'nps.ci.bootstrap_percentile': onCounts(bootstrap),
  'nps.ci.goodman_contrast': onCounts((counts) => {
    const halfWidth = Math.sqrt(-2 * Math.log(0.05)) * (standardErrorOf(counts) ?? 0);
    return { lo: (scoreOf(counts) ?? 0) - halfWidth, hi: (scoreOf(counts) ?? 0) + halfWidth };
  }),
  'fpc.factor': given(z.object({ n: z.number(), N: z.number() }), ({ n, N }) => ({
    factor: populationFactor(n, N),
  })),
  'nps.ci.adjusted_wald_times_fpc': (inputs) => {
    const counts = Pqd.parse(inputs);
    const { centre, halfWidth } = adjustedWald(counts);
    const shrunk = halfWidth * populationFactor(answersIn(counts), z.number().parse(inputs.N));
    return { lo: centre - shrunk, hi: centre + shrunk, must_not_be_used: true };
  },
  'demo.mix_shift': (inputs) => {
    const Wave = z.object({ end_user: Pqd, buyer: Pqd });
    const { wave1, wave2 } = z.object({ wave1: Wave, wave2: Wave }).parse(inputs);
    return {
      wave1: apart(wave1).scores,
      wave2: apart(wave2).scores,
      forbidden_blend_wave1: scoreOf(added(wave1.end_user, wave1.buyer)),
      forbidden_blend_wave2: scoreOf(added(wave2.end_user, wave2.buyer)),
    };
  },
};

function populationFactor(n: number, known: number): number {
  return Math.sqrt((known - n) / (known - 1));
}

/** Percentiles of the bootstrap's own distribution, one answer convolved at a time, so without randomness. */
function bootstrap(counts: Counts): { lo: number; hi: number } {
  const n = answersIn(counts);
  const step = [counts.detractors / n, counts.passives / n, counts.promoters / n];
  let chances = [1];
  for (let answer = 0; answer < n; answer += 1) {
    const next = Array.from({ length: chances.length + 2 }, () => 0);
    for (const [at, chance] of chances.entries()) {
      for (const [move, share] of step.entries()) next[at + move]! += chance * share;
    }
    chances = next;
  }
  return { lo: (100 * (cellAt(chances, 0.025) - n)) / n, hi: (100 * (cellAt(chances, 0.975) - n)) / n };
}

function cellAt(chances: readonly number[], probability: number): number {
  let sum = 0;
  return chances.findIndex((chance) => {
    sum += chance;
    return sum >= probability - 1e-12;
  });
}
