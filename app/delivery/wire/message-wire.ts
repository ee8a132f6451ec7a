import { z } from 'zod';
import { toSlug } from '#app/platform/ids.ts';
import { momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import { pageQuery } from '#app/platform/wire/page.ts';
import { MAIL_STANDINGS, MESSAGE_STATES, STANDING_OF } from '../message-state.ts';
import type { MessageRow } from './message-row.ts';

export const MessageListQuery = z.strictObject({
  ...pageQuery('message').shape,
  standing: z
    .enum(MAIL_STANDINGS, { error: 'Choose sent, waiting, stopped or in_doubt.' })
    .optional()
    .meta({ description: 'Only those that stand like this; all of them without it.' }),
});

/** One person's first mail of a wave. Reminders and letters are not listed: they tell who is silent and who answered. */
export const MessageOut = z.object({
  id: z.string(),
  person: z.string(),
  account: z.string(),
  persona: z.string(),
  standing: z.enum(MAIL_STANDINGS),
  state: z.enum(MESSAGE_STATES),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Why it was not sent, or waits; null where nothing was said.' }),
  queued_at: momentOut,
  settled_at: momentOut.nullable(),
  doubted_at: momentOut.nullable().meta({
    description: 'Since when nobody knows whether it arrived; stays when somebody does.',
  }),
  sent_twice: z.boolean(),
});

export function toMessageOut(row: MessageRow): z.infer<typeof MessageOut> {
  return {
    id: toSlug('message', row.id),
    person: toSlug('person', row.personId),
    account: toSlug('account', row.accountId),
    persona: row.personaId,
    standing: STANDING_OF[row.state],
    state: row.state,
    reason: row.reason,
    queued_at: toMoment(row.createdAt),
    settled_at: toMomentOrNull(row.settledAt),
    doubted_at: toMomentOrNull(row.doubtedAt),
    sent_twice: row.resent === 1,
  };
}
