import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { idIn, momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { ALERT_KINDS, type AlertKind } from '../rule/alert-rule.ts';

export const AlertListQuery = z.strictObject({
  ...pageQuery('alert').shape,
  state: z.enum(['unseen', 'seen', 'all'], { error: 'Choose unseen, seen or all.' }).default('all'),
  persona: z.string().min(1).optional(),
  programme: idIn('programme').optional(),
});

/** Each is of exactly one persona, and so is whatever its sentence holds: there is no place for a number beside it. */
export const AlertOut = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  rule: z.string().meta({ description: 'The name of the rule that raised it.' }),
  persona: z.string(),
  programme: z.string(),
  wave: z.string().nullable(),
  account: z.string().nullable(),
  account_name: z.string().nullable(),
  person: z.string().nullable(),
  person_name: z.string().nullable(),
  what: z.string().meta({ description: 'A sentence about this persona, with its figure where one fell.' }),
  raised_at: momentOut,
  seen_at: momentOut.nullable(),
  seen_by: z.string().nullable(),
});

/** What the list reads of one, as far as the wire carries it. */
interface Row {
  id: string;
  kind: AlertKind;
  ruleName: string;
  personaId: string;
  programmeId: string;
  waveId: string | null;
  accountId: string | null;
  accountName: string | null;
  personId: string | null;
  personName: string | null;
  what: string;
  raisedAt: number;
  seenAt: number | null;
  seenBy: string | null;
}

export function toAlertOut(row: Row): z.infer<typeof AlertOut> {
  return {
    id: toSlug('alert', row.id),
    kind: row.kind,
    rule: row.ruleName,
    persona: row.personaId,
    programme: toSlug('programme', row.programmeId),
    wave: row.waveId && toSlug('wave', row.waveId),
    account: row.accountId && toSlug('account', row.accountId),
    account_name: row.accountName,
    person: row.personId && toSlug('person', row.personId),
    person_name: row.personName,
    what: row.what,
    raised_at: toMoment(row.raisedAt),
    seen_at: toMomentOrNull(row.seenAt),
    seen_by: row.seenBy && toSlug('member', row.seenBy),
  };
}
