import type { PersonaLabel } from '#app/persona/persona.ts';
import { type Counts, countsOf } from './arithmetic/counts.ts';
import {
  type Basis,
  type Estimate,
  type EstimateKind,
  leadingEstimate,
  perAccountEstimate,
  perPersonEstimate,
} from './arithmetic/estimate.ts';
import { noAssumptionBounds } from './arithmetic/finite.ts';
import { spelledOut } from './arithmetic/histogram.ts';
import type { Range } from './arithmetic/interval.ts';
import type { Band } from './confidence/band.ts';
import { isInConfidence } from './confidence/policy.ts';
import { readQuietly } from './confidence/read-quietly.ts';
import { toldPeople } from './confidence/told-people.ts';
import { formatBetween, formatInterval } from './display.ts';
import { type Dominance, dominanceOf, NO_DOMINANCE } from './dominance.ts';
import { heardIn } from './heard.ts';
import type { Confidentiality, Question, Sample, Wave } from './sample.ts';
import { type Metric, metricOf, type ScoreScale } from './scale.ts';
import { declinedIn, type Showing, shortage, showingOf } from './showing.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

declare const unit: unique symbol;
declare const minted: unique symbol;

/** Points from -100 to +100, not rounded. Arithmetic on two of them is a plain number, which no Figure takes. */
export type Score = number & { readonly [unit]: 'score' };

export type Interval =
  | (Range & { readonly kind: EstimateKind; readonly meaning: string })
  | { readonly kind: 'none'; readonly meaning: string };

/**
 * The score of one sample with everything needed to trust it: whose, when, how many of how many, at how many
 * accounts, how sure. Plain and frozen, so that it travels to a view as it is; the brand makes `figureOf` the
 * only source. Whatever `showing` forbids is null here, so no page can show it by mistake.
 */
export interface Figure<S extends ScoreScale = ScoreScale> {
  readonly [minted]: 'figure';
  readonly persona: PersonaLabel;
  readonly wave: Wave;
  /** The one account these answers are from on purpose, or null. */
  readonly within: { readonly accountId: string; readonly name: string } | null;
  readonly question: Question<S>;
  readonly metric: Metric<S>;
  readonly confidentiality: Confidentiality;
  readonly showing: Showing;
  /** Why there is no score, in a sentence; null when there is one. */
  readonly shortage: string | null;
  /** The leading score. */
  readonly score: Score | null;
  readonly basis: Basis | null;
  /** Every person counts once. */
  readonly perPerson: Score | null;
  /** Every account counts once; null also when accounts are unknown. */
  readonly perAccount: Score | null;
  readonly interval: Interval;
  /** What all `known` could come to, whatever those not heard think. */
  readonly bounds: (Range & { readonly meaning: string }) | null;
  readonly counts: Counts | null;
  /** Eleven cells, 0 to 10. */
  readonly histogram: readonly number[] | null;
  /** Each answer, lowest first, where there are too few for a score and they may be seen. */
  readonly answers: readonly number[] | null;
  /** How many answered; in confidence the least of a band, and 0 beside a withheld score. */
  readonly n: number;
  /** In confidence how many answered, as far as it is told; null where n says it. */
  readonly band: Band | null;
  /** People who preferred not to say, none of them in n; null where even that may not be told. */
  readonly declined: number | null;
  readonly known: number | null;
  readonly invited: number | null;
  /** null: accounts are not known. In confidence the fewest that a score needs. */
  readonly accounts: number | null;
  readonly outside: number;
  readonly dominance: Dominance;
}

/** The one way to a figure: from one sample. */
export function figureOf<S extends ScoreScale>(
  sample: Sample<S>,
  thresholds: Thresholds = THRESHOLDS,
): Figure<S> {
  const showing = showingOf(sample, thresholds);
  const figure = {
    persona: sample.persona,
    wave: sample.wave,
    within: sample.within,
    question: sample.question,
    metric: metricOf(sample.question),
    confidentiality: sample.confidentiality,
    showing,
    shortage: shortage(sample, thresholds),
    declined: declinedIn(sample),
    known: sample.known,
    invited: sample.invited,
    ...toldPeople(sample, showing, thresholds),
    ...(showing === 'shown' ? reading(sample) : withoutScore(sample, showing)),
  };
  return Object.freeze(figure) as Figure<S>;
}

function reading(sample: Sample<ScoreScale>) {
  if (isInConfidence(sample.confidentiality)) return quietReading(sample);
  const heard = heardIn(sample);
  const lead = leadingEstimate(heard);
  const bounds = sample.known === null ? null : noAssumptionBounds(heard.counts, sample.known);
  return {
    score: lead.score,
    basis: lead.basis,
    perPerson: perPersonEstimate(heard).score,
    perAccount: heard.accounts === null ? null : perAccountEstimate(heard.accounts).score,
    interval: { kind: lead.kind, lo: lead.lo, hi: lead.hi, meaning: meaningOf(lead, sample, bounds) },
    bounds: bounds === null ? null : { ...bounds, meaning: meaningOfBounds(bounds, sample) },
    counts: heard.counts,
    histogram: sample.histogram,
    answers: null,
    dominance: dominanceOf(sample),
  };
}

function quietReading(sample: Sample<ScoreScale>) {
  const { interval, ...read } = readQuietly(sample);
  const meaning = `interval ${formatInterval(interval)}, if others like them would answer alike`;
  return { ...read, interval: { ...interval, meaning } };
}

function withoutScore(sample: Sample<ScoreScale>, showing: Showing) {
  const listed = showing === 'answers_only' || showing === 'too_few_accounts';
  return {
    score: null,
    basis: null,
    perPerson: null,
    perAccount: null,
    interval: { kind: 'none', meaning: 'no score, so no interval' },
    bounds: null,
    counts: listed ? countsOf(sample.histogram) : null,
    histogram: listed ? sample.histogram : null,
    answers: listed ? spelledOut(sample.histogram) : null,
    dominance: NO_DOMINANCE,
  };
}

/** What the interval claims and on what condition: a range without its condition is half a sentence. */
function meaningOf(lead: Estimate, sample: Sample<ScoreScale>, bounds: Range | null): string {
  const { n, known } = sample;
  switch (lead.kind) {
    case 'census':
      return `all ${n} heard`;
    case 'finite': {
      const others = (known ?? n) - n;
      const certain = bounds !== null && bounds.lo === lead.lo && bounds.hi === lead.hi;
      const condition = certain
        ? `whatever the ${others} not heard think`
        : `if the ${others} not heard are like the ${n}`;
      return `all ${known} would be ${formatBetween(lead)}, ${condition}`;
    }
    case 'account_plus3':
      return `interval ${formatInterval(lead)}, each account counted once`;
    case 'score':
      return `interval ${formatInterval(lead)}, if others like them would answer alike`;
    default:
      return lead.kind satisfies never;
  }
}

function meaningOfBounds(bounds: Range, { n, known }: Sample<ScoreScale>): string {
  const others = (known ?? n) - n;
  return others === 0
    ? `all ${n} heard`
    : `could be ${formatInterval(bounds)} depending on the ${others} we haven’t heard`;
}
