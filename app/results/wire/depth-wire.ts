import { z } from 'zod';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { PersonaLabelOut, toLabelOut } from '#app/persona/persona-wire.ts';
import { toSlug } from '#app/platform/ids.ts';
import { isInConfidence } from '../confidence/policy.ts';
import type { Depth } from '../depth.ts';
import type { Difference } from '../difference.ts';
import { displayRound } from '../display.ts';
import type { Part } from '../each.ts';
import type { Figure } from '../figure.ts';
import type { Step } from '../funnel.ts';
import type { Panel } from '../panel/panel.ts';
import { purposeVerdict } from '../purpose-verdict.ts';
import type { Rule, Ruling } from '../ruling.ts';
import { type Together, wordsAmong } from '../together.ts';
import {
  BreakdownOut,
  DifferenceOut,
  InputsOut,
  toAgainstOut,
  toBreakdownOut,
  toInputsOut,
  toMeasuredOut,
} from './breakdown-wire.ts';
import { FigureOut, toFigureOut } from './figure-wire.ts';
import { FrameOut, toFrameOut } from './frame-wire.ts';
import { FunnelOut, toFunnelOut } from './funnel-wire.ts';
import { SureOut, toSureOut } from './sure-wire.ts';

/** `?by=`: what the answers are broken down by; see `breakdown.ways`. `?read=each`: see `unread`. */
export const DepthQuery = z.strictObject({
  by: z
    .string()
    .max(100)
    .optional()
    .meta({ description: '`account`, `language` or the id of an attribute.' }),
  read: z.enum(['each']).optional().meta({ description: 'Also reads one by one what `unread` names.' }),
});

const PanelOut = z.object({
  kind: z.enum(['paired', 'on_demand', 'too_large']),
  counts: z.object({ both: z.int(), newcomers: z.int(), leavers: z.int() }).nullable(),
  movers: z.object({ up: z.int(), down: z.int(), same: z.int() }).nullable(),
  before: FigureOut.nullable().meta({ description: 'The same people in the wave before.' }),
  after: FigureOut.nullable().meta({ description: 'The same people in this wave.' }),
  newcomers: FigureOut.nullable(),
  leavers: FigureOut.nullable(),
  change: DifferenceOut.nullable(),
});

const PartOut = z.enum(['representation', 'panel', 'halves']);

/** One persona in one wave, in depth. */
export const PersonaDepthOut = z.object({
  persona: PersonaLabelOut,
  wave: z.object({ id: z.string(), name: z.string() }),
  purpose: z
    .object({
      unknown: z.string(),
      rule: z.string(),
      answer: z.enum(['answered', 'not_answered', 'cant_tell']),
      words: z.string(),
    })
    .nullable(),
  figure: FigureOut.nullable(),
  inputs: InputsOut,
  bounds: z
    .object({ low: z.int(), high: z.int(), meaning: z.string() })
    .nullable()
    .meta({ description: 'What all known could come to, whatever those not heard think.' }),
  sure: SureOut.nullable(),
  since: z
    .object({ wave: z.object({ id: z.string(), name: z.string() }), difference: DifferenceOut })
    .nullable(),
  panel: PanelOut.nullable(),
  halves: z
    .object({ earlier: FigureOut, later: FigureOut, difference: DifferenceOut })
    .nullable()
    .meta({ description: 'The later half of the answers against the earlier.' }),
  breakdown: BreakdownOut,
  funnel: FunnelOut,
  frame: FrameOut.nullable(),
  unread: z.object({ on_demand: z.array(PartOut), too_large: z.array(PartOut) }).meta({
    description:
      'What is left out because it takes reading more than 2,000 people one by one, which `read=each` does, or more than 10,000.',
  }),
  together: z
    .object({
      method: z.enum(['holm', 'benjamini_hochberg', 'none']),
      size: z.int(),
      words: z.string().nullable(),
    })
    .meta({ description: 'All differences of this answer as one family.' }),
});

/** What the wire tells of the page itself. */
export interface PageFacts {
  lane: { row: { persona: PersonaLabel } };
  wave: { id: string; name: string; closedAt: number | null };
  figure: Figure | null;
  since: Difference | null;
  ruling: Ruling;
  funnel: readonly Step[];
  purpose: { unknown: string; changeRule: string; rule: Rule | null } | null;
}

export function toDepthOut(page: PageFacts, depth: Depth): z.infer<typeof PersonaDepthOut> {
  const { wave, lane, figure } = page;
  const { together, halves } = depth;
  const personaId = lane.row.persona.id;
  return {
    persona: toLabelOut(lane.row.persona),
    wave: { id: toSlug('wave', wave.id), name: wave.name },
    purpose: toPurposeOut(page),
    figure: figure && { ...toFigureOut(figure), sentence: depth.sentence ?? '' },
    inputs: figure && toInputsOut(figure),
    bounds: figure?.bounds
      ? {
          low: displayRound(figure.bounds.lo),
          high: displayRound(figure.bounds.hi),
          meaning: figure.bounds.meaning,
        }
      : null,
    sure: depth.sure && toSureOut(depth.sure),
    since: depth.since && toSinceOut(page.since ?? depth.since, depth.since.words, together),
    panel: depth.panel && toPanelOut(depth.panel, personaId, together),
    halves: halves && {
      earlier: toFigureOut(halves.earlier),
      later: toFigureOut(halves.later),
      difference: toAgainstOut(halves.against, halves.later, { key: 'halves', together }),
    },
    breakdown: toBreakdownOut(depth.breakdown, together),
    funnel: toFunnelOut(page.funnel),
    frame: depth.frame && toFrameOut(depth.frame),
    unread: { on_demand: depth.unread.onDemand.map(toPart), too_large: depth.unread.tooLarge.map(toPart) },
    together: { method: together.method, size: together.size, words: together.words },
  };
}

function toPart(part: Part): z.infer<typeof PartOut> {
  return part === 'likeness' ? 'representation' : part;
}

function toPurposeOut({ purpose, figure, ruling, wave }: PageFacts) {
  if (!purpose) return null;
  const about = { ruling, hasRule: purpose.rule !== null, isClosed: wave.closedAt !== null };
  const { answer, words } = purposeVerdict(figure, about);
  return { unknown: purpose.unknown, rule: purpose.changeRule, answer, words };
}

/** The verdict is the interval's own; the words are those that hold among the others. */
function toSinceOut(since: Difference, words: string, together: Together) {
  const { earlier, later, persona, verdict } = since;
  const isOpen = [earlier, later].every(({ confidentiality }) => !isInConfidence(confidentiality));
  const measured =
    since.kind === 'difference' ? toMeasuredOut(since, { key: 'since', together, isOpen }) : UNMEASURED;
  return {
    wave: { id: toSlug('wave', earlier.wave.id), name: earlier.wave.name },
    difference: { persona: persona.id, verdict, words, ...measured },
  };
}

const UNMEASURED = {
  points: null,
  interval: null,
  interval_unrounded: null,
  confidence: null,
  counted_by: null,
  p: null,
  p_method: null,
  p_adjusted: null,
} as const;

/** A panel is paired only where names were promised. */
function toPanelOut(panel: Panel, persona: string, together: Together): z.infer<typeof PanelOut> {
  if (panel.kind !== 'paired') return { kind: panel.kind, counts: null, ...NOBODY };
  const { counts, change } = panel;
  const out = (side: 'before' | 'after' | 'newcomers' | 'leavers') => panel[side] && toFigureOut(panel[side]);
  return {
    kind: 'paired',
    counts,
    movers: change?.movers ?? null,
    before: out('before'),
    after: out('after'),
    newcomers: out('newcomers'),
    leavers: out('leavers'),
    change: change && {
      persona,
      verdict: change.verdict,
      words: wordsAmong('panel', change.words, together),
      ...toMeasuredOut(
        { ...change, basis: 'person', pMethod: null },
        { key: 'panel', together, isOpen: true },
      ),
      p_method: 'sign_flip',
    },
  };
}

const NOBODY = {
  movers: null,
  before: null,
  after: null,
  newcomers: null,
  leavers: null,
  change: null,
} as const;
