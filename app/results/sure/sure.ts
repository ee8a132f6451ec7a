import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { answersIn, type Counts, countsOf } from '../arithmetic/counts.ts';
import { goodman, type ShareRange } from '../arithmetic/shares.ts';
import { displayRound, formatScore, formatShare } from '../display.ts';
import { figureOf } from '../figure.ts';
import { oddsAbove } from '../odds.ts';
import { answersForMargin, answersPerWave, type Expected } from '../planning.ts';
import { tippingPointOf } from '../response.ts';
import type { Rule } from '../ruling.ts';
import type { Sample } from '../sample.ts';
import type { ScoreScale } from '../scale.ts';
import type { Thresholds } from '../thresholds.ts';

/** What stands behind a figure for whoever wants to know how sure it is; every part is of ONE sample. */
export interface Sure {
  /** Shares of promoters, passives and detractors with intervals that hold for all three at once. */
  readonly shares: readonly { readonly name: string; readonly people: number; readonly range: ShareRange }[];
  readonly tipping: Tipping | null;
  /** How likely the score lies above the line of the purpose, of an endless persona. */
  readonly odds: { readonly line: number; readonly chance: number; readonly words: string } | null;
  readonly needed: Needed;
}

export interface Tipping {
  readonly line: number;
  readonly silent: number;
  readonly detractorsNeeded: number;
  readonly possible: boolean;
  readonly words: string;
}

/** Answers that a next asking needs, if people answer as these did. */
export interface Needed {
  readonly margins: readonly { readonly points: number; readonly answers: number }[];
  readonly known: number | null;
  readonly change: { readonly points: number; readonly answersPerWave: number };
  readonly words: string;
}

const MARGINS = [10, 20] as const;
const CHANGE = 20;
/** What is expected of people who were not asked before (DOMAIN 2.6). */
export const USUAL: Expected = { promoters: 0.5, detractors: 0.2 };

/** Null where no score may be shown: then there is nothing to be sure of. */
export function sureOf(sample: Sample<ScoreScale>, rule: Rule | null, thresholds: Thresholds): Sure | null {
  const { score, counts, interval } = figureOf(sample, thresholds);
  if (score === null || counts === null) return null;
  const line = rule?.threshold ?? 0;
  const endless = interval.kind === 'score' || interval.kind === 'account_plus3';
  return {
    shares: sharesOf(counts),
    tipping: tippingOf(sample, line, thresholds),
    odds: endless && rule !== null ? oddsOf(sample, line, thresholds) : null,
    needed: neededBy(sample.persona, expectedFrom(sample), sample.known),
  };
}

function sharesOf(counts: Counts): Sure['shares'] {
  const people = [counts.promoters, counts.passives, counts.detractors];
  const names = ['9 and 10', '7 and 8', '0 to 6'];
  return goodman(people).map((range, at) => ({ name: names[at]!, people: people[at]!, range }));
}

/** Only downwards: how many silent detractors would take away what the figure seems to say. */
function tippingOf(sample: Sample<ScoreScale>, line: number, thresholds: Thresholds): Tipping | null {
  const { perPerson } = figureOf(sample, thresholds);
  const tip = tippingPointOf(sample, line, thresholds);
  if (perPerson === null || tip === null || tip.silent === 0 || perPerson <= line) return null;
  const reached = perPerson - (tip.detractorsNeeded * (100 + perPerson)) / (sample.known ?? 1);
  const isExact = Math.abs(reached - line) < 1e-9;
  return { line, ...tip, words: tippingWords(perPerson, line, { ...tip, isExact }) };
}

interface TippingFacts {
  silent: number;
  detractorsNeeded: number;
  possible: boolean;
  /** They end on the line, and not below it. */
  isExact?: boolean;
}

/** "Of the 28 not heard, 6 detractors would pull +50 below +30." */
export function tippingWords(
  score: number,
  line: number,
  { silent, detractorsNeeded, possible, isExact = false }: TippingFacts,
): string {
  const [from, to] = [formatScore(score), formatScore(line)];
  if (!possible) return `Even if all ${silent} not heard were detractors, ${from} would stay above ${to}.`;
  const needed = `${detractorsNeeded} ${detractorsNeeded === 1 ? 'detractor' : 'detractors'}`;
  return `Of the ${silent} not heard, ${needed} would pull ${from} ${isExact ? 'down to' : 'below'} ${to}.`;
}

function oddsOf(sample: Sample<ScoreScale>, line: number, thresholds: Thresholds): Sure['odds'] {
  const chance = oddsAbove(sample, line, thresholds);
  if (chance === null) return null;
  const words = `${formatShare(chance)} likely above ${formatScore(line)}, each person counted once.`;
  return { line, chance, words };
}

/** With the three pseudo-answers of adjusted Wald, so that five who agree do not promise that all will. */
function expectedFrom(sample: Sample<ScoreScale>): Expected {
  const counts = countsOf(sample.histogram);
  const n = answersIn(counts) + 3;
  return { promoters: (counts.promoters + 0.75) / n, detractors: (counts.detractors + 0.75) / n };
}

/** "For ±10 points 48 of these 60 buyers would have to answer, for ±20 points 29." */
export function neededBy(persona: PersonaLabel, expected: Expected, known: number | null): Needed {
  const margins = MARGINS.map((points) => ({
    points,
    answers: Math.max(1, answersForMargin(points, expected, known)),
  }));
  const [fine, rough] = margins;
  const who = inSentence(persona.plural);
  const of = known === null ? `${fine!.answers} ${who}` : `${fine!.answers} of these ${known} ${who}`;
  const perWave = Math.max(1, answersPerWave(CHANGE, expected, expected));
  return {
    margins,
    known,
    change: { points: CHANGE, answersPerWave: perWave },
    words: `For ±${fine!.points} points ${of} would have to answer, for ±${rough!.points} points ${rough!.answers}.`,
  };
}

/** "38% to 79%". */
export function formatShares({ lo, hi }: ShareRange): string {
  return `${displayRound(100 * lo)}% to ${displayRound(100 * hi)}%`;
}
