import { z } from 'zod';
import { PersonaLabelOut, toLabelOut } from '#app/persona/persona-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { displayRound } from '../display.ts';
import type { Figure } from '../figure.ts';
import type { Gap, GapEnd } from '../gap.ts';
import { dominanceSentences, figureSentence } from '../sentence.ts';
import {
  ComputedOut,
  isGapOpen,
  toComputedOut,
  toRangeOut,
  toUnroundedOut,
  UnroundedOut,
  UnroundedRangeOut,
} from './unrounded-wire.ts';

const Points = z.int().min(-100).max(100);

/** How many people, as far as it is told. */
export const ToldOut = z.int().nullable();
export const TOLD = 'In confidence the lower end of a band below thirty, and null where nothing is told.';

export function toTold({
  n,
  band,
  showing,
}: Pick<Figure, 'n' | 'band' | 'showing'>): [number | null, number | null] {
  if (band) return [band.from, band.to];
  return showing === 'withheld' ? [null, null] : [n, n];
}

/** One statistic of one persona in one wave. `persona` is no option: there is no figure without it. */
export const FigureOut = z.object({
  persona: PersonaLabelOut,
  wave: z.object({ id: z.string(), name: z.string() }),
  account: z
    .object({ id: z.string(), name: z.string() })
    .nullable()
    .meta({ description: 'The one account that was asked for; null for all of them.' }),
  question: z.object({
    key: z.string(),
    wording: z.string(),
    concept: z.string(),
    scale: z.enum(['ltr_0_10', 'other_0_10']),
  }),
  metric: z.string().meta({ description: '“NPS” only where likelihood to recommend was asked.' }),
  sentence: z.string().meta({ description: 'The figure as it may be quoted.' }),
  notes: z.array(z.string()).meta({ description: 'What to know before leaning on it.' }),
  showing: z.enum(['shown', 'answers_only', 'too_few_accounts', 'withheld', 'none']),
  shortage: z.string().nullable().meta({ description: 'Why there is no score; null where there is one.' }),
  score: Points.nullable().meta({ description: 'Whole points. Null is no score, never 0.' }),
  counted_by: z
    .enum(['person', 'account'])
    .nullable()
    .meta({ description: 'What counts once in the score.' }),
  interval: z.object({ low: Points, high: Points, meaning: z.string() }).nullable(),
  computed: ComputedOut,
  unrounded: UnroundedOut,
  heard: ToldOut.meta({ description: TOLD }),
  heard_to: ToldOut.meta({ description: 'The upper end of the band; otherwise as heard.' }),
  declined: z
    .int()
    .nullable()
    .meta({ description: 'People who preferred not to say: in no count and in no score.' }),
  known: z.int().nullable(),
  invited: z.int().nullable(),
  accounts: z
    .int()
    .nullable()
    .meta({ description: 'Null where accounts are not known. In confidence the fewest a score needs.' }),
  outside: z.int().meta({ description: 'People heard who belong to no account.' }),
  histogram: z.array(z.int()).length(11).nullable().meta({ description: 'How many answered 0 to 10.' }),
});

export function toFigureOut(figure: Figure): z.infer<typeof FigureOut> {
  const { within, question, interval, wave } = figure;
  const { key, wording, concept, scale } = question;
  const [heard, heardTo] = toTold(figure);
  return {
    persona: toLabelOut(figure.persona),
    wave: { id: toSlug('wave', wave.id), name: wave.name },
    account: within && { id: toSlug('account', within.accountId), name: within.name },
    question: { key, wording, concept, scale },
    metric: figure.metric.name,
    sentence: figureSentence(figure),
    notes: dominanceSentences(figure),
    showing: figure.showing,
    shortage: figure.shortage,
    score: figure.score === null ? null : displayRound(figure.score),
    counted_by: figure.basis,
    interval:
      interval.kind === 'none'
        ? null
        : { low: displayRound(interval.lo), high: displayRound(interval.hi), meaning: interval.meaning },
    computed: toComputedOut(figure),
    unrounded: toUnroundedOut(figure),
    heard: heard ?? null,
    heard_to: heardTo ?? null,
    declined: figure.declined,
    known: figure.known,
    invited: figure.invited,
    accounts: figure.accounts,
    outside: figure.outside,
    histogram: figure.histogram && [...figure.histogram],
  };
}

const EndOut = z.object({
  persona: PersonaLabelOut,
  heard: z.int(),
  value: z
    .number()
    .meta({ description: 'A score in points, or a middle answer of 0 to 10, as “measure” says.' }),
});

/** How far two personas are apart, both named. Raise both by the same and it stays what it is. */
export const GapOut = z.object({
  between: z.tuple([z.string(), z.string()]).meta({ description: 'The two persona ids.' }),
  kind: z.enum(['gap', 'side_by_side', 'not_heard', 'withheld']),
  words: z.string(),
  apart: z
    .object({
      measure: z.enum(['score', 'median']),
      points: z.number(),
      higher: EndOut,
      lower: EndOut,
      interval: z.object({ low: z.int(), high: z.int() }).nullable(),
      unrounded: z
        .object({ points: z.number(), interval: UnroundedRangeOut })
        .nullable()
        .meta({ description: 'To the last digit; null where either side was asked in confidence.' }),
      worded_differently: z.boolean(),
    })
    .nullable(),
});

export function toGapOut(gap: Gap): z.infer<typeof GapOut> {
  const [first, second] = gap.sides;
  return {
    between: [first.persona.id, second.persona.id],
    kind: gap.kind,
    words: gap.words,
    apart: gap.kind === 'gap' ? toApart(gap) : null,
  };
}

function toApart(gap: Extract<Gap, { kind: 'gap' }>): z.infer<typeof GapOut>['apart'] {
  const round = gap.measure === 'score' ? displayRound : (value: number) => value;
  const toEnd = ({ persona, n, value }: GapEnd) => ({
    persona: toLabelOut(persona),
    heard: n,
    value: round(value),
  });
  return {
    measure: gap.measure,
    points: round(gap.points),
    higher: toEnd(gap.higher),
    lower: toEnd(gap.lower),
    interval: gap.interval && { low: displayRound(gap.interval.lo), high: displayRound(gap.interval.hi) },
    unrounded: isGapOpen(gap)
      ? { points: gap.points, interval: gap.interval && toRangeOut(gap.interval) }
      : null,
    worded_differently: gap.wordedDifferently,
  };
}
