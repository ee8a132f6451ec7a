/** 97.5 % point of the normal distribution, the z of a two-sided 95 % interval. */
const Z95 = 1.959963984540054;

/**
 * The z that leaves (1 - confidence)/2 in each tail.
 * Source: Abramowitz and Stegun 1964, 26.2.
 */
export function zFor(confidence: number): number {
  return confidence === 0.95 ? Z95 : normalQuantile(1 - (1 - confidence) / 2);
}

/**
 * Normal distribution function, by its Taylor series around 0; about 1e-15 off at most.
 * Source: Marsaglia 2004, J. Stat. Softw. 11(4).
 */
export function normalCdf(z: number): number {
  if (z < -8) return 0;
  if (z > 8) return 1;
  let sum = z;
  let term = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/**
 * Where the normal distribution function reaches this probability.
 * Source: Marsaglia 2004 for the function that is turned around.
 */
export function normalQuantile(probability: number): number {
  return rootOf((z) => normalCdf(z) - probability, -8, 8);
}

/**
 * Chi-square quantile with one degree of freedom: the square of a normal quantile.
 * Source: Abramowitz and Stegun 1964, 26.4.
 */
export function chiSquareQuantile1(probability: number): number {
  return normalQuantile((1 + probability) / 2) ** 2;
}

/**
 * Two-sided p of a t statistic.
 * Source: Abramowitz and Stegun 1964, 26.7.
 */
export function tTwoSided(t: number, degrees: number): number {
  return betaCdf(degrees / (degrees + t * t), degrees / 2, 0.5);
}

/**
 * The t that leaves (1 - confidence)/2 in each tail.
 * Source: Abramowitz and Stegun 1964, 26.7.
 */
export function tFor(confidence: number, degrees: number): number {
  const tails = 1 - confidence;
  let upper = 2;
  while (tTwoSided(upper, degrees) > tails) upper *= 2;
  return rootOf((t) => tails - tTwoSided(t, degrees), 0, upper);
}

/**
 * Regularised incomplete beta function, the distribution function of Beta(a, b).
 * Source: DLMF 8.17.2 for the function, 8.17.4 for the mirror, 8.17.22 for the fraction.
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  // The continued fraction converges fast on its own side of the mean only; the other side is its mirror.
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * ln of the beta function.
 * Source: DLMF 5.12.1.
 */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/**
 * ln of the gamma function for x > 0: Stirling's series, after stepping small arguments up to 15.
 * Source: DLMF 5.11.1.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 15) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / (shifted * shifted);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / shifted;
  const stirling = (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI);
  return stirling + series - Math.log(product);
}

/** Where a rising function crosses zero, by bisection: 60 halvings of any interval used here reach rounding. */
export function rootOf(rising: (x: number) => number, low: number, high: number): number {
  let below = low;
  let above = high;
  for (let step = 0; step < 60; step += 1) {
    const middle = (below + above) / 2;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

/** Lentz's evaluation of the continued fraction of the incomplete beta function (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const step of [even, odd]) {
      d = 1 / awayFromZero(1 + step * d);
      c = awayFromZero(1 + step / c);
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return fraction;
}
