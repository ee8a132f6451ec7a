import { answersIn, type Counts } from './counts.ts';
import { betaCdf, logBeta, rootOf } from './distributions.ts';
import type { Prior } from './finite.ts';
import type { Range } from './interval.ts';

export const JEFFREYS: Prior = [0.5, 0.5, 0.5];
/** Steps of Simpson's rule; 400 leave the chance right to six decimals for every prior of at least 1/2. */
const STEPS = 400;

/**
 * Mean, standard deviation and equal-tailed interval of the score, in points, under a Dirichlet prior.
 * Source: Jeffreys 1946, Proc. R. Soc. A 186, for the prior; Gelman et al. 2013, Bayesian Data Analysis 3.4, for the
 * posterior; DOMAIN 2.1.
 */
export function dirichletPosterior(counts: Counts, prior = JEFFREYS, confidence = 0.95) {
  const { up, level, down } = posterior(counts, prior);
  const weight = up + level + down;
  const mean = (up - down) / weight;
  const variance = ((up + down) / weight - mean ** 2) / (weight + 1);
  const at = (probability: number) => 100 * rootOf((t) => chanceBelow(counts, prior, t) - probability, -1, 1);
  const tail = (1 - confidence) / 2;
  const range: Range = { lo: at(tail), hi: at(1 - tail) };
  return { mean: 100 * mean, deviation: 100 * Math.sqrt(variance), ...range };
}

/**
 * How likely the true score lies above `threshold` points: what "78 % likely above +30" is made of.
 * Source: the posterior above; Gelman et al. 2013, Bayesian Data Analysis 3.4; DOMAIN 2.1.
 */
export function chanceAbove(counts: Counts, threshold: number, prior = JEFFREYS): number {
  return 1 - chanceBelow(counts, prior, threshold / 100);
}

/**
 * Chance that the true score is at most t. The score is S(2U - 1) with S, the share that isn't passive, and U,
 * the promoters among those, independent Betas; so one integral over S is enough. S = sin^2(angle) takes the
 * poles out of the density of S for parameters down to 1/2.
 */
function chanceBelow(counts: Counts, prior: Prior, t: number): number {
  const { up, level, down } = posterior(counts, prior);
  const scale = 2 * Math.exp(-logBeta(up + down, level));
  const integrand = (angle: number) => {
    const share = Math.sin(angle) ** 2;
    const density =
      scale * Math.sin(angle) ** (2 * (up + down) - 1) * Math.cos(angle) ** Math.max(0, 2 * level - 1);
    return density * betaCdf((1 + t / share) / 2, up, down);
  };
  const edge = Math.min(1, Math.abs(t));
  const certain = t > 0 ? betaCdf(edge, up + down, level) : 0;
  return Math.min(1, certain + simpson(integrand, Math.asin(Math.sqrt(edge)), Math.PI / 2));
}

function posterior(counts: Counts, prior: Prior) {
  if (answersIn(counts) + Math.min(...prior) <= 0) throw new RangeError('The prior must be above 0.');
  return {
    up: counts.promoters + prior[0],
    level: counts.passives + prior[1],
    down: counts.detractors + prior[2],
  };
}

function simpson(f: (x: number) => number, from: number, to: number): number {
  const width = (to - from) / STEPS;
  // A share of exactly 0 would be divided by; a hair beside it is the same integral.
  let sum = f(from + 1e-12) + f(to);
  for (let step = 1; step < STEPS; step += 1) sum += f(from + step * width) * (step % 2 === 0 ? 2 : 4);
  return (sum * width) / 3;
}
