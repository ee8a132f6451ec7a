import { answersIn, type Counts } from './counts.ts';
import { logGamma, zFor } from './distributions.ts';
import { clipped, type Range } from './interval.ts';

/** Pseudo-answers for promoter, passive and detractor before anyone is heard. */
export type Prior = readonly [number, number, number];

export const UNIFORM: Prior = [1, 1, 1];
/** Above this many silent people the exact sum (its cost grows with the square) gives way to its normal limit. */
const EXACT_UP_TO = 1500;

/**
 * Where the score of all `known` people would lie if the silent are like the heard: the silent are
 * Dirichlet-multinomial given the answers. Equal tails, exact; at a census both ends are the score.
 * Multiplying a sample interval by a finite population correction is not a substitute: at a census of 7/3/2
 * it reports +33 with no width where the truth is +42.
 * Source: Mosimann 1962, Biometrika 49, the compound multinomial; Ericson 1969, J. R. Stat. Soc. B 31, for people known
 * by number; DOMAIN 2.3.
 */
export function finiteInterval(counts: Counts, known: number, confidence = 0.95, prior = UNIFORM): Range {
  return finiteRanges(counts, known, prior)(confidence);
}

/**
 * The same for any confidence: the distribution, which is what costs, is worked out once.
 * Source: Mosimann 1962, Biometrika 49, the compound multinomial; Ericson 1969, J. R. Stat. Soc. B 31, for people known
 * by number; DOMAIN 2.3.
 */
export function finiteRanges(counts: Counts, known: number, prior = UNIFORM): (confidence: number) => Range {
  const silent = silentOf(counts, known);
  if (silent > EXACT_UP_TO) return (confidence) => normalLimit(counts, known, confidence, prior);
  const chances = knownChances(counts, silent, prior);
  const at = (net: number) => (100 * (counts.promoters - counts.detractors + net)) / known;
  return (confidence) => {
    const tail = (1 - confidence) / 2;
    return { lo: at(quantile(chances, tail) - silent), hi: at(quantile(chances, 1 - tail) - silent) };
  };
}

/**
 * Expected score of all `known` people under the same assumption, in points.
 * Source: Mosimann 1962, Biometrika 49, the compound multinomial; Ericson 1969, J. R. Stat. Soc. B 31, for people known
 * by number; DOMAIN 2.3.
 */
export function finiteMean(counts: Counts, known: number, prior = UNIFORM): number {
  const silent = silentOf(counts, known);
  const { mean } = posterior(counts, prior);
  return (100 * (counts.promoters - counts.detractors + silent * mean)) / known;
}

/**
 * What the score of all `known` could be if every silent person detracted, or every one promoted.
 * Source: Manski 1989, J. Hum. Resour. 24(3), bounds without an assumption on the silent; DOMAIN 2.1.
 */
export function noAssumptionBounds(counts: Counts, known: number): Range {
  const silent = silentOf(counts, known);
  const net = counts.promoters - counts.detractors;
  return { lo: (100 * (net - silent)) / known, hi: (100 * (net + silent)) / known };
}

/**
 * The fewest silent people who must be detractors, the other silent ones answering like the heard, to pull
 * the score of all `known` down to `target`: ceil(N(x - t)/(1 + x)). Not possible when fewer are silent.
 * Source: DOMAIN 2.1, tipping point; the same bounds solved for the number of people.
 */
export function tippingPoint(input: { score: number; heard: number; known: number; target: number }) {
  const silent = input.known - input.heard;
  const x = input.score / 100;
  const exact = (input.known * (x - input.target / 100)) / (1 + x);
  // A shade is taken off before rounding up, so that 3.0000000001 is three people and not four.
  const needed = x <= -1 ? 0 : Math.max(0, Math.ceil(exact - 1e-9));
  return { silent, detractorsNeeded: needed, possible: needed <= silent };
}

function silentOf(counts: Counts, known: number): number {
  const silent = known - answersIn(counts);
  if (known <= 0 || silent < 0)
    throw new RangeError(`${known} people known cannot have been heard more often.`);
  return silent;
}

/**
 * Chance of each net outcome of the silent; cell i is (their promoters - their detractors) = i - silent. Given how many
 * are silent, three negative binomial counts of one success rate are Dirichlet-multinomial, so that the cells are sums of
 * plain products: an exponential for each of some hundred thousand would take a page longer than all its queries.
 */
function silentChances(counts: Counts, silent: number, prior: Prior): Float64Array {
  if (silent === 0) return Float64Array.of(1);
  const weight = answersIn(counts) + prior[0] + prior[1] + prior[2];
  const rate = silent / (silent + weight);
  const promoters = negativeBinomial(counts.promoters + prior[0], rate, silent);
  const passives = negativeBinomial(counts.passives + prior[1], rate, silent);
  const detractors = negativeBinomial(counts.detractors + prior[2], rate, silent);
  const total = negativeBinomial(weight, rate, silent)[silent]!;
  const chances = new Float64Array(2 * silent + 1);
  const [up, middle, down] = [likely(promoters), likely(passives), likely(detractors)];
  for (let p = up.from; p <= up.to; p += 1) {
    const chance = promoters[p]! / total;
    const to = Math.min(down.to, silent - p - middle.from);
    for (let d = Math.max(down.from, silent - p - middle.to); d <= to; d += 1)
      chances[silent + p - d]! += chance * detractors[d]! * passives[silent - p - d]!;
  }
  return chances;
}

/** What was worked out last: a closed wave comes to the same on every page that tells of it. */
const lately = new Map<string, Float64Array>();
const MOST_KNOWN = 100;

function knownChances(counts: Counts, silent: number, prior: Prior): Float64Array {
  const key = [counts.promoters, counts.passives, counts.detractors, silent, ...prior].join();
  const chances = lately.get(key) ?? silentChances(counts, silent, prior);
  lately.delete(key);
  lately.set(key, chances);
  if (lately.size > MOST_KNOWN) lately.delete(lately.keys().next().value!);
  return chances;
}

/** Far below what a sum of chances can tell in a double. */
const NEVER = 1e-25;

/** Where one count has any chance worth adding. */
function likely(chances: Float64Array): { from: number; to: number } {
  const least = chances.reduce((most, chance) => Math.max(most, chance), 0) * NEVER;
  return {
    from: chances.findIndex((chance) => chance >= least),
    to: chances.findLastIndex((chance) => chance >= least),
  };
}

/**
 * Chance of k = 0..upTo: gamma(k + alpha) / (gamma(alpha) k!) * (1 - rate)^alpha * rate^k. Worked out where it is likeliest
 * and from there by the ratio of one to the next, (k + alpha) / (k + 1) * rate: each by itself would take two gammas and an
 * exponential. Where it can no longer add to anything it is left at nothing.
 */
function negativeBinomial(alpha: number, rate: number, upTo: number): Float64Array {
  const chances = new Float64Array(upTo + 1);
  const mode = Math.min(upTo, Math.max(0, Math.floor(((alpha - 1) * rate) / (1 - rate))));
  const [all, own] = [alpha * Math.log1p(-rate) - logGamma(alpha), mode * Math.log(rate)];
  const most = Math.exp(all + own + logGamma(mode + alpha) - logGamma(mode + 1));
  chances[mode] = most;
  for (let k = mode; k < upTo && chances[k]! > most * NEVER; k += 1)
    chances[k + 1] = (chances[k]! * rate * (k + alpha)) / (k + 1);
  for (let k = mode; k > 0 && chances[k]! > most * NEVER; k -= 1)
    chances[k - 1] = (chances[k]! * k) / (rate * (k - 1 + alpha));
  return chances;
}

/** Index of the first cell at which the running sum reaches `probability`. */
function quantile(chances: Float64Array, probability: number): number {
  let sum = 0;
  for (let index = 0; index < chances.length; index += 1) {
    sum += chances[index]!;
    if (sum >= probability - 1e-12) return index;
  }
  return chances.length - 1;
}

/** Mean and variance of one further answer coded -1, 0, +1, and the weight behind them. */
function posterior(counts: Counts, prior: Prior): { mean: number; variance: number; weight: number } {
  const up = counts.promoters + prior[0];
  const down = counts.detractors + prior[2];
  const weight = answersIn(counts) + prior[0] + prior[1] + prior[2];
  const mean = (up - down) / weight;
  return { mean, variance: (up + down) / weight - mean * mean, weight };
}

/** The normal limit of the same distribution, held inside what the silent can do at all. */
function normalLimit(counts: Counts, known: number, confidence: number, prior: Prior): Range {
  const silent = known - answersIn(counts);
  const { variance, weight } = posterior(counts, prior);
  const spread = Math.sqrt((silent * variance * (weight + silent)) / (weight + 1));
  const centre = finiteMean(counts, known, prior);
  const halfWidth = (100 * zFor(confidence) * spread) / known;
  const bounds = noAssumptionBounds(counts, known);
  const { lo, hi } = clipped(centre - halfWidth, centre + halfWidth);
  return { lo: Math.max(bounds.lo, lo), hi: Math.min(bounds.hi, hi) };
}
