import { inSentence, type PersonaLabel } from '#app/persona/persona.ts';
import { formatCount, formatDistance, formatList, formatPoints } from './display.ts';
import { type Figure, figureOf } from './figure.ts';
import { type Gap, gapBetween } from './gap.ts';
import { byFixedLane } from './lane.ts';
import type { Sample } from './sample.ts';
import type { ScoreScale } from './scale.ts';
import { peopleTold, scoreTold } from './sentence.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

/** What a request for a figure turned up. */
export interface Selection<S extends ScoreScale = ScoreScale> {
  /** One sample per persona that the request reaches. */
  readonly samples: readonly Sample<S>[];
  /** How many personas the request named; 0 when it said nothing about persona. */
  readonly personasNamed: number;
  /** Answers in reach whose persona nobody has confirmed. */
  readonly unplaced: number;
  /** Personas of this question that nobody answered as, with the number that could have. */
  readonly silent?: readonly { readonly persona: PersonaLabel; readonly known: number | null }[];
  /** Personas in reach who answered, but were asked nothing from 0 to 10: counted as people, without a figure. */
  readonly unscored?: readonly PersonaCoverage[];
  /** The request asked for one number made of the numbers of several: a mean, weights, a health score. */
  readonly isComposite?: boolean;
}

export interface PersonaCoverage {
  readonly persona: PersonaLabel;
  /** In confidence the least of the band that is told, or 0. */
  readonly heard: number;
  /** The same as it is told: "41", "10 to 19". */
  readonly told: string;
  readonly known: number | null;
}

interface Reason {
  readonly before: string;
  readonly word: 'orple';
  readonly after: string;
}

/** A refusal is a result (DOMAIN 3.3): one sentence of fact, one of reason, and the permitted answer. */
export interface Split {
  readonly code: 'PERSONA_MIX' | 'PERSONA_REQUIRED' | 'COMPOSITE_REFUSED';
  /** Everything below in one paragraph, for machines that show text. */
  readonly message: string;
  readonly fact: string;
  /** The reason around the one word that links to its explanation. */
  readonly reason: Reason;
  /** In lane order. */
  readonly personas: readonly { readonly id: string; readonly answers: number }[];
  readonly instead: {
    readonly by_persona: readonly Figure[];
    /** The widest gap between two of them, both ends named; null with fewer than two. */
    readonly gap: Gap | null;
    readonly coverage: readonly PersonaCoverage[];
  };
  readonly why: '/docs/orples';
}

/** A number that is told as it is. */
export function asTold(heard: number): { heard: number; told: string } {
  return { heard, told: String(heard) };
}

export type Answered<S extends ScoreScale = ScoreScale> =
  | { readonly kind: 'figure'; readonly figure: Figure<S> }
  | { readonly kind: 'no_answers' }
  /** One persona answered, and was asked nothing from 0 to 10. */
  | { readonly kind: 'no_score'; readonly persona: PersonaLabel; readonly n: number; readonly told: string }
  | { readonly kind: 'split'; readonly split: Split };

/**
 * One persona in reach: its figure. Several, or answers nobody has placed: the split. The data decide, not the
 * words of the filter: a filter that happens to reach one persona is answered, and refused once it reaches two.
 */
export function figureOrSplit<S extends ScoreScale>(
  selection: Selection<S>,
  thresholds: Thresholds = THRESHOLDS,
): Answered<S> {
  const { samples, unscored = [], unplaced, personasNamed } = selection;
  const [[only], [unfigured]] = [samples, unscored];
  const unclear = personasNamed === 0 && unplaced > 0;
  if (samples.length + unscored.length > 1 || unclear)
    return { kind: 'split', split: splitOf(selection, thresholds) };
  if (only) return { kind: 'figure', figure: figureOf(only, thresholds) };
  if (unfigured) {
    const { persona, heard: n, told } = unfigured;
    return { kind: 'no_score', persona, n, told };
  }
  return { kind: 'no_answers' };
}

/** Two samples of one persona throw: waves and wordings are kept apart before personas are. */
export function splitOf(selection: Selection, thresholds: Thresholds = THRESHOLDS): Split {
  const samples = [...selection.samples].sort((a, b) => byFixedLane(a.persona, b.persona));
  if (new Set(samples.map((sample) => sample.persona.id)).size < samples.length) {
    throw new RangeError('A split takes one sample per persona.');
  }
  const figures = samples.map((sample) => figureOf(sample, thresholds));
  const gap = widestGap(samples, thresholds);
  const code = codeOf(selection);
  const heard = heardOf(figures, selection.unscored ?? []);
  const fact = factOf(heard, selection.unplaced);
  const reason = code === 'COMPOSITE_REFUSED' ? ofComposite(figures) : REASONS[code];
  return {
    code,
    message: [fact, `${reason.before}${reason.word}${reason.after}`, summaryOf(figures, gap)]
      .join(' ')
      .trim(),
    fact,
    reason,
    personas: heard.map(({ persona, heard: answers }) => ({ id: persona.id, answers })),
    instead: { by_persona: figures, gap, coverage: coverageOf(heard, selection.silent ?? []) },
    why: '/docs/orples',
  };
}

const REASONS = {
  PERSONA_MIX: { before: 'We don’t blend personas: that would be an ', word: 'orple', after: '.' },
  PERSONA_REQUIRED: {
    before: 'Without a persona this would be an ',
    word: 'orple',
    after: ', so here is each one.',
  },
} as const satisfies Record<Exclude<Split['code'], 'COMPOSITE_REFUSED'>, Reason>;

function codeOf({ isComposite = false, personasNamed }: Selection): Split['code'] {
  if (isComposite) return 'COMPOSITE_REFUSED';
  return personasNamed === 0 ? 'PERSONA_REQUIRED' : 'PERSONA_MIX';
}

/** "The mean of +38 and −17 describes nobody", whatever the weights are (DOMAIN cases 40, 41 and 43). */
function ofComposite(figures: readonly Figure[]): Reason {
  const scores = figures.flatMap((figure) => scoreTold(figure) ?? []);
  const made = scores.length > 1 ? `The mean of ${formatList(scores)}` : 'One number over several personas';
  return { before: `${made} describes nobody: it would be an `, word: 'orple', after: '.' };
}

/** "These 47 answers come from 41 end-users and 6 buyers." */
function factOf(by: readonly PersonaCoverage[], unplaced: number): string {
  const answers = by.reduce((sum, { heard }) => sum + heard, unplaced);
  const isExact = by.every(({ heard, told }) => told === String(heard));
  const sources = by.map(({ heard, told, persona }) =>
    told === String(heard)
      ? formatCount(heard, inSentence(persona.name), inSentence(persona.plural))
      : `${inSentence(persona.plural)} (${told})`,
  );
  if (unplaced > 0) sources.push(formatCount(unplaced, 'person without a role', 'people without a role'));
  if (!isExact) return `These answers come from ${formatList(sources)}.`;
  return answers === 1
    ? `This answer comes from ${formatList(sources)}.`
    : `These ${answers} answers come from ${formatList(sources)}.`;
}

/** "End-users +38 (n=41) · Buyers −17 (n=6) · gap 55."; of more than two, the gap names its ends. */
function summaryOf(figures: readonly Figure[], gap: Gap | null): string {
  const each = figures.map(
    (figure) => `${figure.persona.plural} ${scoreTold(figure) ?? 'no score'} (n=${peopleTold(figure)})`,
  );
  if (gap?.kind === 'gap') {
    const ends = [gap.higher, gap.lower].map(({ persona }) => inSentence(persona.plural));
    const between = figures.length > 2 ? ` between ${formatList(ends)}` : '';
    const points =
      gap.measure === 'score' ? formatPoints(gap.points) : `${formatDistance(gap.points, 1)} of 10`;
    each.push(`gap${between} ${points}`);
  }
  return each.length === 0 ? '' : `${each.join(' · ')}.`;
}

function widestGap(samples: readonly Sample<ScoreScale>[], thresholds: Thresholds): Gap | null {
  const gaps = samples.flatMap((a, index) =>
    samples.slice(index + 1).map((b) => gapBetween(a, b, thresholds)),
  );
  return gaps.reduce<Gap | null>(
    (widest, next) => (widest === null || width(next) > width(widest) ? next : widest),
    null,
  );
}

/** Scores weigh before medians, and any gap before none: points of 200 and points of 10 don't compare. */
function width(gap: Gap): number {
  if (gap.kind !== 'gap') return -1;
  return gap.measure === 'score' ? 10 + gap.points : gap.points;
}

/** Who answered, persona by persona, whether for a score or not. */
function heardOf(figures: readonly Figure[], unscored: readonly PersonaCoverage[]): PersonaCoverage[] {
  const scored = figures.map((figure) => {
    const { persona, n: heard, known } = figure;
    return { persona, heard, told: peopleTold(figure), known };
  });
  return [...scored, ...unscored].sort((a, b) => byFixedLane(a.persona, b.persona));
}

function coverageOf(
  heard: readonly PersonaCoverage[],
  silent: NonNullable<Selection['silent']>,
): PersonaCoverage[] {
  const unheard = silent.map(({ persona, known }) => ({ persona, ...asTold(0), known }));
  return [...heard, ...unheard].sort((a, b) => byFixedLane(a.persona, b.persona));
}
