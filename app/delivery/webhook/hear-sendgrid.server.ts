import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { MINUTE } from '#app/platform/clock.ts';
import { type EventKind, type MailEvent, shortDetail } from '../event/mail-event.ts';
import { type Heard, type Knock, readJson, statusIn, timeOr } from './door.ts';

const STALE = 5 * MINUTE;

const Event = z.object({
  sg_event_id: z.string().min(1).max(200),
  event: z.string(),
  timestamp: z.number(),
  'smtp-id': z.string().max(500).optional(),
  sg_message_id: z.string().max(500).optional(),
  status: z.string().optional(),
  reason: z.string().optional(),
  response: z.string().optional(),
  type: z.string().optional(),
});

/** SendGrid signs the time and the bytes with ECDSA P-256; several events come at once. */
export function hearSendgrid(knock: Knock, key: string): Heard {
  const time = knock.header('x-twilio-email-event-webhook-timestamp') ?? '';
  const signature = knock.header('x-twilio-email-event-webhook-signature') ?? '';
  if (!isSigned(knock.body, { key, time, signature })) return { kind: 'refused', why: 'signature' };
  if (Math.abs(knock.now - Number(time) * 1000) > STALE) return { kind: 'refused', why: 'stale' };
  const events = z.array(z.unknown()).safeParse(readJson(knock.body));
  if (!events.success) return { kind: 'unreadable' };
  return { kind: 'events', events: events.data.flatMap((one) => toEvent(one, knock.now)) };
}

function isSigned(body: Buffer, { key, time, signature }: { key: string; time: string; signature: string }) {
  if (!/^\d{1,12}$/.test(time)) return false;
  const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' });
  return verify(
    'sha256',
    Buffer.concat([Buffer.from(time), body]),
    publicKey,
    Buffer.from(signature, 'base64'),
  );
}

/** Opens, clicks and whatever else is none of ours. */
function toEvent(given: unknown, now: number): MailEvent[] {
  const parsed = Event.safeParse(given);
  if (!parsed.success) return [];
  const event = parsed.data;
  const kind = kindOf(event);
  if (!kind) return [];
  const messageId = event['smtp-id'];
  const [providerId] = (event.sg_message_id ?? '').split('.');
  return [
    {
      provider: 'sendgrid',
      eventId: event.sg_event_id,
      kind,
      status: statusIn(event.status, event.reason),
      detail: shortDetail(event.reason ?? event.response ?? ''),
      occurredAt: timeOr(now, event.timestamp),
      about: { ...(messageId && { messageId }), ...(providerId && { providerId }) },
    },
  ];
}

function kindOf({ event, type, status, reason }: z.infer<typeof Event>): EventKind | null {
  switch (event) {
    case 'delivered':
      return 'delivered';
    case 'deferred':
      return 'delayed';
    case 'spamreport':
      return 'complaint';
    case 'bounce':
      // `blocked`: the mailbox provider did not want this one now; the address is not known to be bad.
      return type === 'blocked' || statusIn(status, reason)?.startsWith('4') ? 'soft_bounce' : 'hard_bounce';
    default:
      return null;
  }
}
