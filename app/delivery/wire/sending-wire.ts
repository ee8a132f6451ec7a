import { z } from 'zod';
import { momentOut, toMoment, toMomentOrNull } from '#app/platform/wire/cell.ts';
import type { Waiting } from '../armed/waiting.ts';
import type { PaceView } from '../pace/pace.ts';

/** Whether mail leaves at all, and how fast. */
export const SendingOut = z.object({
  state: z.enum(['sending', 'stopped']).meta({
    description:
      '`stopped`: the database was restored from an earlier state. An admin says on a page that what waits may go out; a key cannot.',
  }),
  looked_at: momentOut.nullable().meta({ description: 'When a sender last looked; null while stopped.' }),
  stopped_at: momentOut.nullable(),
  waiting: z.int().nullable().meta({ description: 'Letters that would go out; null while sending.' }),
  per_minute: z.int().nullable().meta({
    description: 'Mails a minute at the moment; null where the mail server keeps the pace by itself.',
  }),
  lowered_at: momentOut
    .nullable()
    .meta({ description: 'When the mail server asked for less, within a day.' }),
  slow_domains: z.int().meta({ description: 'Domains of recipients that asked for less within a day.' }),
});

export function toSendingOut(waiting: Waiting, pace: PaceView): z.infer<typeof SendingOut> {
  const isStopped = waiting.kind === 'paused';
  return {
    state: isStopped ? 'stopped' : 'sending',
    looked_at: isStopped ? null : toMomentOrNull(waiting.beatAt),
    stopped_at: isStopped ? toMoment(waiting.at) : null,
    waiting: isStopped ? waiting.messages : null,
    per_minute: pace.perMinute,
    lowered_at: toMomentOrNull(pace.loweredAt),
    slow_domains: pace.slowDomains,
  };
}
