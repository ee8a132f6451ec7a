import { z } from 'zod';
import type { Against } from '../against.ts';
import { CONFIDENCE } from '../arithmetic/estimate.ts';
import type { Breakdown, BreakdownRow } from '../breakdown/breakdown.ts';
import { isInConfidence } from '../confidence/policy.ts';
import { displayRound } from '../display.ts';
import type { Figure } from '../figure.ts';
import { type Together, wordsAmong } from '../together.ts';
import { FigureOut, toFigureOut } from './figure-wire.ts';
import { toRangeOut, UnroundedRangeOut } from './unrounded-wire.ts';

/** Everything a figure is computed from, so that whoever reads it can compute it again; null where it is not shown. */
export const InputsOut = z
  .object({
    promoters: z.int(),
    passives: z.int(),
    detractors: z.int(),
    n: z.int().meta({ description: 'Heard.' }),
    N: z.int().nullable().meta({ description: 'Known; null where nobody listed them.' }),
    accounts: z.int().nullable(),
    per_person: z.number().meta({ description: 'Not rounded, every person counted once.' }),
    per_account: z.number().nullable().meta({ description: 'Not rounded, every account counted once.' }),
    method: z
      .enum(['score', 'account_plus3', 'finite', 'census'])
      .meta({ description: 'What the interval is: see the guide “How sure are we”.' }),
  })
  .nullable();

export function toInputsOut(figure: Figure): z.infer<typeof InputsOut> {
  const { counts, n, known, accounts, perPerson, perAccount, interval } = figure;
  if (counts === null || perPerson === null || interval.kind === 'none') return null;
  const { promoters, passives, detractors } = counts;
  const scores = { per_person: perPerson, per_account: perAccount };
  return { promoters, passives, detractors, n, N: known, accounts, ...scores, method: interval.kind };
}

export const VerdictOut = z.enum(['up', 'down', 'same', 'cant_tell']);

/** A difference within one persona. `p` and `p_adjusted` are null where nothing is left to chance. */
export const DifferenceOut = z.object({
  persona: z.string(),
  verdict: VerdictOut.meta({
    description: 'By the interval, before the others of the answer are looked at.',
  }),
  words: z.string().meta({ description: 'As it reads among all differences of this answer.' }),
  points: z.number().nullable(),
  interval: z.object({ low: z.int(), high: z.int() }).nullable(),
  interval_unrounded: UnroundedRangeOut,
  confidence: z.number().nullable().meta({ description: 'Of the interval.' }),
  counted_by: z.enum(['person', 'account']).nullable(),
  p: z.number().nullable(),
  p_method: z.enum(['permutation', 'interval', 'sign_flip']).nullable(),
  p_adjusted: z.number().nullable(),
});

const WithheldOut = z.object({
  kind: z.literal('withheld'),
  group: z.string(),
  title: z.string(),
});

const GroupOut = z.object({
  kind: z.literal('shown'),
  group: z.string(),
  title: z.string().meta({ description: 'Whose it is, such as “Buyers, Region: North”.' }),
  figure: FigureOut,
  inputs: InputsOut,
  rest: DifferenceOut.nullable().meta({ description: 'Against everybody else of the same persona.' }),
});

export const BreakdownOut = z.object({
  rule: z.enum(['open', 'decide_once', 'decided', 'not_closed', 'unlinkable']),
  ways: z.array(z.object({ by: z.string(), name: z.string() })).meta({ description: 'What `by` may be.' }),
  by: z.string().nullable(),
  because: z
    .enum(['too_large', 'no_score', 'unknown', 'not_decided', 'more_since'])
    .nullable()
    .meta({ description: 'Why there are no groups where some were asked for.' }),
  further: z.int().meta({ description: 'Groups that are not listed.' }),
  groups: z
    .array(z.discriminatedUnion('kind', [GroupOut, WithheldOut]))
    .meta({ description: 'By name, which is no ranking.' }),
});

export function toBreakdownOut(
  { rule, ways, way, because, further, rows }: Breakdown,
  together: Together,
): z.infer<typeof BreakdownOut> {
  return {
    rule,
    ways: ways.map(({ value, name }) => ({ by: value, name })),
    by: way?.value ?? null,
    because,
    further,
    groups: rows.map((row) => toGroupOut(row, together)),
  };
}

function toGroupOut(row: BreakdownRow, together: Together) {
  const { label: group, title } = row;
  if (row.kind === 'withheld') return { kind: row.kind, group, title };
  const { figure, rest } = row;
  return {
    kind: row.kind,
    group,
    title,
    figure: toFigureOut(figure),
    inputs: toInputsOut(figure),
    rest: rest && toAgainstOut(rest, figure, { key: `group ${row.key}`, together }),
  };
}

export function toAgainstOut(
  against: Against,
  { persona: { id: persona }, confidentiality }: Figure,
  { key, together }: { key: string; together: Together },
): z.infer<typeof DifferenceOut> {
  const { verdict } = against;
  const words = wordsAmong(key, against.words, together);
  if (against.kind !== 'against') return { persona, verdict, words, ...NOTHING };
  const isOpen = !isInConfidence(confidentiality);
  return { persona, verdict, words, ...toMeasuredOut(against, { key, together, isOpen }) };
}

const NOTHING = {
  points: null,
  interval: null,
  interval_unrounded: null,
  confidence: null,
  counted_by: null,
  p: null,
  p_method: null,
  p_adjusted: null,
} as const;

type MeasuredFacts = Pick<
  Extract<Against, { kind: 'against' }>,
  'points' | 'interval' | 'basis' | 'p' | 'pMethod'
>;

export function toMeasuredOut(
  { points, interval, basis, p, pMethod }: MeasuredFacts,
  { key, together, isOpen }: { key: string; together: Together; isOpen: boolean },
) {
  return {
    points,
    interval: interval && { low: displayRound(interval.lo), high: displayRound(interval.hi) },
    interval_unrounded: interval && isOpen ? toRangeOut(interval) : null,
    confidence: interval && CONFIDENCE,
    counted_by: basis,
    p,
    p_method: pMethod,
    p_adjusted: p === null ? null : (together.adjusted[key] ?? p),
  };
}
