import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { byAccount } from '#app/results/arithmetic/accounts.ts';
import { benjaminiHochberg, holm } from '#app/results/arithmetic/families.ts';
import { measureChange } from '#app/results/change.ts';
import { differenceBetween } from '#app/results/difference.ts';
import { formatInterval, formatScore, formatShare, formatTimes } from '#app/results/display.ts';
import { figureOf } from '#app/results/figure.ts';
import { formatEvenness } from '#app/results/frame/representation.ts';
import { oddsAbove } from '#app/results/odds.ts';
import { pairedChange } from '#app/results/panel/panel.ts';
import { answersForMargin, answersPerWave } from '#app/results/planning.ts';
import { evennessOf, responseRate } from '#app/results/response.ts';
import { dominanceSentences } from '#app/results/sentence.ts';
import { formatShares, sureOf, tippingWords } from '#app/results/sure/sure.ts';
import { THRESHOLDS } from '#app/results/thresholds.ts';
import { autumnWave, classesOf, sampleOf, springWave } from './samples.ts';

const Pqd = z.object({ P: z.number(), Q: z.number(), D: z.number() });
type Pqd = z.infer<typeof Pqd>;
const Case = z.object({ id: z.string(), method: z.string(), inputs: z.record(z.string(), z.unknown()) });

/** A row of the guide: what is given and what the product says of it, each as it stands in its cell. */
export interface GuideRow {
  given: string;
  says: string;
}

const said = ({ P, Q, D }: Pqd) => `${P} / ${Q} / ${D}`;
const sample = ({ P, Q, D }: Pqd, more = {}) => sampleOf(classesOf(P, Q, D), more);
const number = (value: unknown) => z.number().parse(value);
const wavesIn = (inputs: Record<string, unknown>) => {
  const [first, second] = [Pqd.parse(inputs.wave1), Pqd.parse(inputs.wave2)];
  const samples = [sample(first, { wave: autumnWave }), sample(second, { wave: springWave })] as const;
  return { given: `${said(first)}, then ${said(second)}`, samples };
};

/** How the product says each method of the reference file. */
const SAYS: Record<string, (inputs: Record<string, unknown>) => GuideRow> = {
  'nps.ci.score': (inputs) => {
    const counts = Pqd.parse(inputs);
    const { score, interval } = figureOf(sample(counts));
    if (interval.kind !== 'score') throw new Error(interval.kind);
    return { given: said(counts), says: `${formatScore(score!)}, interval ${formatInterval(interval)}` };
  },
  'nps.finite.dirichlet_multinomial': (inputs) => {
    const counts = Pqd.parse(inputs);
    const figure = figureOf(sample(counts, { known: number(inputs.N) }));
    return {
      given: `${said(counts)} of ${inputs.N}`,
      says: `${formatScore(figure.score!)}, ${figure.interval.meaning}`,
    };
  },
  'nps.finite.no_assumption_bounds': (inputs) => {
    const counts = Pqd.parse(inputs);
    const figure = figureOf(sample(counts, { known: number(inputs.N) }));
    return { given: `${said(counts)} of ${inputs.N}`, says: figure.bounds!.meaning };
  },
  'nonresponse.tipping_point': (inputs) => {
    const [N, n, nps, target] = ['N', 'n', 'nps', 'target'].map((name) => number(inputs[name])) as [
      number,
      number,
      number,
      number,
    ];
    const counts = classesWith(n, nps);
    const rule = { bound: 'lower', comparison: 'above', threshold: target } as const;
    const { tipping } = sureOf(sample(counts, { known: N }), rule, THRESHOLDS)!;
    return {
      given: `${formatScore(nps)}, ${n} of ${N}`,
      says: tipping?.words ?? tippingWords(nps, target, { silent: 0, detractorsNeeded: 0, possible: false }),
    };
  },
  'nps.diff.mover_score': (inputs) => {
    const { given, samples } = wavesIn(inputs);
    return { given, says: differenceBetween(...samples).words };
  },
  'nps.diff.permutation_exact': (inputs) => {
    const { given, samples } = wavesIn(inputs);
    const { p } = measureChange(...samples);
    return { given, says: formatTimes(p!) };
  },
  'nps.diff.paired': (inputs) => {
    const Classes = z.array(z.union([z.literal(-1), z.literal(0), z.literal(1)]));
    const [before, after] = [Classes.parse(inputs.wave1), Classes.parse(inputs.wave2)];
    const score = { [-1]: 3, 0: 7, 1: 9 } as const;
    const pairs = before.map((one, at) => ({
      personId: String(at),
      before: score[one],
      after: score[after[at]!],
    }));
    const change = pairedChange(pairs, THRESHOLDS)!;
    return { given: `${change.n} people both times`, says: `${formatScore(change.points)}: ${change.words}` };
  },
  'nps.by_account': (inputs) => {
    const accounts = z.array(Pqd).parse(inputs.accounts);
    const cells = accounts.map(({ P, Q, D }) => [
      ...Array(P).fill(9),
      ...Array(Q).fill(7),
      ...Array(D).fill(3),
    ]);
    const { perAccount, largestShare } = byAccount(
      accounts.map(({ P, Q, D }) => ({ promoters: P, passives: Q, detractors: D })),
    );
    const figure = figureOf(sampleOf(cells));
    if (figure.perAccount !== perAccount) throw new Error('The figure counts accounts in another way.');
    const largest = formatShare(largestShare);
    return {
      given: `${figure.n} people at ${accounts.length} accounts, ${largest} at one`,
      says: dominanceSentences(figure)[0]!,
    };
  },
  'samplesize.moe': ({ moe, N, p, d }) => {
    const known = N === null ? null : number(N);
    const answers = answersForMargin(number(moe), { promoters: number(p), detractors: number(d) }, known);
    return {
      given: `±${moe}, ${known === null ? 'however many there are' : `${known} known`}`,
      says: `${answers} answers`,
    };
  },
  'samplesize.two_waves': ({ delta, p1, d1, p2, d2, power }) => {
    const [before, after] = [
      { promoters: number(p1), detractors: number(d1) },
      { promoters: number(p2), detractors: number(d2) },
    ];
    return {
      given: `a change of ${delta}`,
      says: `${answersPerWave(number(delta), before, after, number(power))} answers in each wave`,
    };
  },
  'rate.wilson': ({ responded, delivered }) => {
    const rate = responseRate(number(responded), number(delivered))!;
    return {
      given: `${responded} of ${delivered}`,
      says: `${formatShare(rate.share)}, with a range of ${formatShares(rate)}`,
    };
  },
  'representativeness.r_indicator': ({ strata }) => {
    const given = z.array(z.object({ invited: z.number(), responded: z.number() })).parse(strata);
    const words = given.map(({ invited, responded }) => `${responded} of ${invited}`).join(', ');
    return { given: words, says: formatEvenness(evennessOf(given)!) };
  },
  'p.holm': ({ p }) => adjusted(z.array(z.number()).parse(p), holm),
  'p.bh': ({ p }) => adjusted(z.array(z.number()).parse(p), benjaminiHochberg),
  'nps.bayes.prob_above': (inputs) => {
    const counts = Pqd.parse(inputs);
    const line = number(inputs.threshold);
    return {
      given: said(counts),
      says: `${formatShare(oddsAbove(sample(counts), line)!)} likely above ${formatScore(line)}`,
    };
  },
  'multinomial.goodman': ({ counts }) => {
    const [P, Q, D] = z.array(z.number()).parse(counts) as [number, number, number];
    const { shares } = sureOf(sample({ P, Q, D }), null, THRESHOLDS)!;
    const says = shares
      .map(({ name, range }) => `${name}: ${formatShare(range.share)} (${formatShares(range)})`)
      .join('; ');
    return { given: said({ P, Q, D }), says };
  },
};

function adjusted(ps: number[], correct: (ps: readonly number[]) => number[]): GuideRow {
  const write = (values: readonly number[]) =>
    values.map((p) => String(Math.round(1000 * p) / 1000)).join(', ');
  return { given: write(ps), says: write(correct(ps)) };
}

/** So many answers with this score and as few passives as may be. */
function classesWith(n: number, nps: number): Pqd {
  const net = Math.round((n * nps) / 100);
  const Q = (n - net) % 2;
  const D = (n - Q - net) / 2;
  return { P: D + net, Q, D };
}

/** What the guide's row of a case of the reference file must read. */
export function guideRow(id: string): GuideRow {
  const file = readFileSync('tests/reference/nps_reference.json', 'utf8');
  const { cases } = z.object({ cases: z.array(Case) }).parse(JSON.parse(file));
  const found = cases.find((one) => one.id === id);
  const say = found && SAYS[found.method];
  if (!say) throw new Error(`The guide has no way to say ${id}.`);
  return say(found.inputs);
}
