import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { DecisionReason, EVIDENCE, type HeldDecision, type HeldReason, readSigns, sayHeld } from './held.ts';

export const HeldListQuery = z.strictObject({
  ...pageQuery('held').shape,
  wave: idIn('wave').optional(),
  persona: z.string().min(1).optional(),
  state: z
    .enum(['waiting', 'decided', 'all'], { error: 'Choose waiting, decided or all.' })
    .default('waiting'),
});

export const HeldDecisionIn = z.strictObject({
  reason: DecisionReason.meta({ description: 'Why it counts or does not, in 3 to 300 characters.' }),
});

/** Who it came from as far as a figure would tell, and why it is held; never what was answered, and no name. */
export const HeldOut = z.object({
  id: z.string(),
  persona: z.string(),
  account: z.string().nullable(),
  account_name: z.string().nullable(),
  wave: z.string(),
  held_because: z.enum(['machine', 'self_declared']),
  evidence: z.array(z.enum(EVIDENCE)).meta({
    description:
      'What made it look like a machine, or `many_at_once`: more came through its link than it counts unseen.',
  }),
  why: z.string().meta({ description: 'The same in a sentence.' }),
  received_at: momentOut,
  state: z.enum(['waiting', 'released', 'discarded', 'answered']).meta({
    description: '“answered”: the person answered by hand, and that is what counts.',
  }),
  decided_at: momentOut.nullable(),
  decision_reason: z.string().nullable(),
});

/** What the list reads of one, as far as the wire carries it. */
interface Row {
  id: string;
  personaId: string;
  accountId: string | null;
  accountName: string | null;
  waveId: string;
  reason: HeldReason;
  evidence: string;
  place: string | null;
  receivedAt: number;
  decision: HeldDecision | null;
  decidedAt: number | null;
  decisionReason: string | null;
}

export function toHeldOut(row: Row): z.infer<typeof HeldOut> {
  const signs = readSigns(row.evidence);
  return {
    id: toSlug('held', row.id),
    persona: row.personaId,
    account: row.accountId && toSlug('account', row.accountId),
    account_name: row.accountName,
    wave: toSlug('wave', row.waveId),
    held_because: row.reason,
    evidence: signs.map(({ kind }) => kind),
    why: sayHeld({ reason: row.reason, signs, place: row.place }),
    received_at: toMoment(row.receivedAt),
    state: row.decision ?? 'waiting',
    decided_at: toMomentOrNull(row.decidedAt),
    decision_reason: row.decisionReason,
  };
}
