import { z } from 'zod';
import { alignmentOf, leadOf } from '#app/results/alignment.ts';
import { accountPlus3, byAccount } from '#app/results/arithmetic/accounts.ts';
import { chanceAbove, dirichletPosterior } from '#app/results/arithmetic/bayes.ts';
import { bySizeOf } from '#app/results/arithmetic/by-size.ts';
import { added, answersIn, type Counts, classify } from '#app/results/arithmetic/counts.ts';
import { adjustedWaldDifference, mover, paired, permutationP } from '#app/results/arithmetic/difference.ts';
import { tFor } from '#app/results/arithmetic/distributions.ts';
import { benjaminiHochberg, holm } from '#app/results/arithmetic/families.ts';
import {
  finiteInterval,
  finiteMean,
  noAssumptionBounds,
  tippingPoint,
} from '#app/results/arithmetic/finite.ts';
import { adjustedWald, tangoInterval } from '#app/results/arithmetic/interval.ts';
import { scoreOf, standardErrorOf, varianceOf } from '#app/results/arithmetic/score.ts';
import { goodman } from '#app/results/arithmetic/shares.ts';
import { coverageOf } from '#app/results/coverage.ts';
import { displayRound } from '#app/results/display.ts';
import { answersForMargin, answersPerWave, plannedHalfWidth } from '#app/results/planning.ts';
import { evennessOf, responseRate } from '#app/results/response.ts';
import { figureOrSplit } from '#app/results/split.ts';
import { sampleOf } from '#tests/support/samples.ts';

import { comparisonOnly } from './comparison-only.ts';
import {
  apart,
  Class,
  Expected,
  given,
  Interval,
  onCounts,
  Pqd,
  Prior,
  Ps,
  type Runner,
  TwoWaves,
} from './inputs.ts';

/** What the product computes: every runner calls the product's own code. */
const ours: Record<string, Runner> = {
  'nps.classify': given(z.object({ scores: z.array(z.unknown()) }), ({ scores }) => {
    const { counts, rejected } = classify(scores);
    return { P: counts.promoters, Q: counts.passives, D: counts.detractors, rejected };
  }),
  'nps.point': onCounts((counts) => ({
    n: answersIn(counts),
    nps: scoreOf(counts),
    variance: varianceOf(counts),
    se: standardErrorOf(counts),
  })),
  'nps.display_round': given(z.object({ nps: z.number() }), ({ nps }) => ({ shown: displayRound(nps) })),
  'nps.ci.adjusted_wald': given(Interval, ({ conf, ...counts }) => {
    const { lo, hi, centre, halfWidth } = adjustedWald(counts, conf);
    return { lo, hi, centre, unclipped_lo: centre - halfWidth, unclipped_hi: centre + halfWidth };
  }),
  'nps.ci.score': given(Interval, ({ conf, ...counts }) => ({ ...tangoInterval(counts, conf) })),
  'nps.bayes.dirichlet': (inputs) => {
    const { deviation, ...rest } = dirichletPosterior(Pqd.parse(inputs), Prior.parse(inputs.prior));
    return { ...rest, sd: deviation };
  },
  'nps.bayes.prob_above': (inputs) => ({
    prob: chanceAbove(Pqd.parse(inputs), z.number().parse(inputs.threshold), Prior.parse(inputs.prior)),
  }),
  'multinomial.goodman': given(z.object({ counts: z.array(z.number()) }), ({ counts }) => {
    const [promoters, passives, detractors] = goodman(counts).map(({ lo, hi }) => [lo, hi]);
    return { promoters, passives, detractors };
  }),
  'nps.finite.dirichlet_multinomial': (inputs) => {
    const counts = Pqd.parse(inputs);
    const known = z.number().parse(inputs.N);
    const prior = Prior.parse(inputs.prior);
    return { ...finiteInterval(counts, known, 0.95, prior), mean: finiteMean(counts, known, prior) };
  },
  'nps.finite.no_assumption_bounds': (inputs) => ({
    ...noAssumptionBounds(Pqd.parse(inputs), z.number().parse(inputs.N)),
  }),
  'nonresponse.tipping_point': given(
    z.object({ N: z.number(), n: z.number(), nps: z.number(), target: z.number() }),
    ({ N, n, nps, target }) => {
      const { silent, detractorsNeeded, possible } = tippingPoint({ score: nps, heard: n, known: N, target });
      return { silent, detractors_needed: detractorsNeeded, possible };
    },
  ),
  'nps.diff.independent_adjusted_wald': given(TwoWaves, ({ wave1, wave2 }) => {
    const { points, adjustedPoints, standardError, ...rest } = adjustedWaldDifference(wave1, wave2);
    return { ...rest, raw_diff: points, adj_diff: adjustedPoints, se: standardError };
  }),
  'nps.diff.permutation_exact': given(TwoWaves, ({ wave1, wave2 }) => ({ p: permutationP(wave1, wave2) })),
  'nps.diff.mover_score': given(TwoWaves, ({ wave1, wave2 }) => {
    const estimated = (counts: Counts) => ({ score: scoreOf(counts) ?? 0, ...tangoInterval(counts) });
    const { points, lo, hi } = mover(estimated(wave1), estimated(wave2));
    return { diff: points, lo, hi };
  }),
  'nps.diff.paired': given(z.object({ wave1: z.array(Class), wave2: z.array(Class) }), ({ wave1, wave2 }) => {
    const result = paired(wave1.map((before, person) => ({ before, after: wave2[person]! })));
    const { points, standardError, pT, pSignFlip, n, lo, hi } = result;
    return { n, diff: points, se: standardError, lo, hi, p_t: pT, p_signflip: pSignFlip };
  }),
  'nps.by_account': given(z.object({ accounts: z.array(Pqd) }), ({ accounts }) => {
    const reading = byAccount(accounts);
    const plus3 = accountPlus3(bySizeOf(accounts));
    return {
      n: reading.n,
      G: reading.accounts,
      pooled: reading.perPerson,
      naive_se: standardErrorOf(accounts.reduce(added)),
      cr1_se: reading.clusteredError,
      account_weighted: reading.perAccount,
      account_se: reading.perAccountError,
      icc_anova: reading.intraAccountCorrelation,
      deff: reading.designEffect,
      effective_accounts: reading.effectiveAccounts,
      largest_share: reading.largestShare,
      account_plus3_lo: plus3.lo,
      account_plus3_hi: plus3.hi,
      ...tIntervals(reading),
    };
  }),
  'samplesize.moe': given(
    Expected.extend({ moe: z.number(), N: z.number().nullable(), adjusted: z.literal(true) }),
    ({ moe, p, d, N }) => ({ n: answersForMargin(moe, { promoters: p, detractors: d }, N) }),
  ),
  'samplesize.two_waves': given(
    z.object({
      delta: z.number(),
      p1: z.number(),
      d1: z.number(),
      p2: z.number(),
      d2: z.number(),
      power: z.number(),
    }),
    ({ delta, p1, d1, p2, d2, power }) => ({
      n_per_wave: answersPerWave(
        delta,
        { promoters: p1, detractors: d1 },
        { promoters: p2, detractors: d2 },
        power,
      ),
    }),
  ),
  'nps.half_width_planning': given(Expected.extend({ n: z.number() }), ({ n, p, d }) => ({
    half_width: plannedHalfWidth(n, { promoters: p, detractors: d }),
  })),
  'rate.wilson': given(
    z.object({ responded: z.number(), delivered: z.number() }),
    ({ responded, delivered }) => {
      const { share, lo, hi } = responseRate(responded, delivered)!;
      return { rate: share, lo, hi };
    },
  ),
  'representativeness.r_indicator': given(
    z.object({ strata: z.array(z.object({ invited: z.number(), responded: z.number() })) }),
    ({ strata }) => ({ R: evennessOf(strata) }),
  ),
  'p.holm': given(Ps, ({ p }) => ({ adjusted: holm(p) })),
  'p.bh': given(Ps, ({ p }) => ({ adjusted: benjaminiHochberg(p) })),
  'compare.cliffs_delta': given(z.object({ a: z.array(z.number()), b: z.array(z.number()) }), ({ a, b }) => ({
    delta: leadOf(sampleOf([a], { persona: 'end_user' }), sampleOf([b], { persona: 'buyer' })),
  })),
  'account.alignment_pattern': given(
    z.object({ scores_by_persona: z.record(z.string(), z.array(z.number())) }),
    ({ scores_by_persona }) => {
      const samples = Object.entries(scores_by_persona).map(([id, answers]) =>
        sampleOf([answers], { persona: id }),
      );
      const { pattern, widest } = alignmentOf(samples);
      const ends =
        widest && [...widest.highest.slice(-1), ...widest.lowest.slice(-1)].map(({ id }) => id).sort();
      return { pattern: pattern.replace('_', '-'), largest_gap: widest?.points, between: ends };
    },
  ),
  'account.committee_coverage': given(
    z.object({ required: z.record(z.string(), z.number()), heard: z.record(z.string(), z.number()) }),
    ({ required, heard }) => {
      const { rolesMet, rolesRequired, missing, complete } = coverageOf(required, heard);
      return { roles_met: rolesMet, roles_required: rolesRequired, missing, complete };
    },
  ),
  'nps.point_over_rows': given(
    z.object({ rows: z.array(z.object({ persona: z.string().nullable(), score: z.number() })) }),
    ({ rows }) => {
      const named = new Map(Object.entries(Object.groupBy(rows, (row) => row.persona ?? '')));
      const unplaced = named.get('')?.length ?? 0;
      named.delete('');
      const samples = [...named].map(([id, own]) =>
        sampleOf([own!.map((row) => row.score)], { persona: id }),
      );
      const answer = figureOrSplit({ samples, unplaced, personasNamed: unplaced > 0 ? 0 : samples.length });
      return answer.kind === 'split' ? { error: answer.split.code } : { nps: null, n: 0, kind: answer.kind };
    },
  ),
  'property.translation': (inputs) => {
    const Pair = z.object({ end_user: Pqd, buyer: Pqd });
    const { a, b } = z.object({ a: Pair, b: Pair }).parse(inputs);
    const [first, second] = [apart(a), apart(b)];
    return {
      a: first.scores,
      b: second.scores,
      gap_a: first.gap,
      gap_b: second.gap,
      answers_a: first.answers,
      answers_b: second.answers,
    };
  },
};

/** One runner for each method of the reference file. */
export const runners: Record<string, Runner> = { ...ours, ...comparisonOnly };

/** Wald intervals on few clusters: the reference lists them, the product draws account+3 instead. */
function tIntervals(reading: ReturnType<typeof byAccount>) {
  if (reading.clusteredError === null || reading.perAccountError === null) return {};
  const t = tFor(0.95, reading.accounts - 1);
  return {
    pooled_lo: reading.perPerson - t * reading.clusteredError,
    pooled_hi: reading.perPerson + t * reading.clusteredError,
    account_t_lo: reading.perAccount - t * reading.perAccountError,
    account_t_hi: reading.perAccount + t * reading.perAccountError,
  };
}
