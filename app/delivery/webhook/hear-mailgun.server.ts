import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { DAY, MINUTE } from '#app/platform/clock.ts';
import { hashToken } from '#app/platform/secrets.server.ts';
import { type EventKind, type MailEvent, shortDetail } from '../event/mail-event.ts';
import { type Heard, type Knock, readJson, statusIn, timeOr } from './door.ts';

const Signature = z.object({
  timestamp: z.string().regex(/^\d{1,12}$/),
  token: z.string().min(1).max(200),
  signature: z.string().regex(/^[0-9a-f]{64}$/i),
});

const Body = z.object({
  signature: Signature.extend({ 'parent-signature': Signature.optional() }),
  'event-data': z.object({
    id: z.string().min(1).max(200),
    event: z.string(),
    timestamp: z.number(),
    severity: z.string().optional(),
    'delivery-status': z
      .object({
        code: z.number().optional(),
        message: z.string().optional(),
        description: z.string().optional(),
        'enhanced-code': z.string().optional(),
      })
      .optional(),
    message: z.object({ headers: z.object({ 'message-id': z.string().max(500).optional() }) }).optional(),
  }),
});
type Given = z.infer<typeof Body>['event-data'];

/**
 * Mailgun signs a time and a token and not the event: whoever saw one signature could put it under another event. So each
 * token is good once, and for a day, which is as long as tokens are remembered.
 */
export function hearMailgun(knock: Knock, key: string): Heard {
  const parsed = Body.safeParse(readJson(knock.body));
  if (!parsed.success) return { kind: 'unreadable' };
  const { signature: given, 'event-data': event } = parsed.data;
  // A sub-account signs with a key of its own, and its parent beside it with the one that we know.
  const proof = [given, given['parent-signature']].find((one) => one && isSigned(one, key));
  if (!proof) return { kind: 'refused', why: 'signature' };
  const age = knock.now - Number(proof.timestamp) * 1000;
  if (age > DAY || age < -5 * MINUTE) return { kind: 'refused', why: 'stale' };
  const token = hashToken(`mailgun|${proof.timestamp}|${proof.token}`);
  return { kind: 'events', events: toEvent(event, knock.now), token };
}

function isSigned({ timestamp, token, signature }: z.infer<typeof Signature>, key: string): boolean {
  const made = createHmac('sha256', key)
    .update(timestamp + token)
    .digest();
  return timingSafeEqual(made, Buffer.from(signature, 'hex'));
}

function toEvent(event: Given, now: number): MailEvent[] {
  const kind = kindOf(event);
  if (!kind) return [];
  const said = event['delivery-status'];
  const bare = event.message?.headers['message-id']?.replace(/^<|>$/g, '');
  return [
    {
      provider: 'mailgun',
      eventId: event.id,
      kind,
      status: statusIn(said?.['enhanced-code'], said?.message, said?.description),
      detail: shortDetail(said?.message || said?.description || ''),
      occurredAt: timeOr(now, event.timestamp),
      about: bare ? { messageId: `<${bare}>` } : {},
    },
  ];
}

function kindOf({ event, severity, 'delivery-status': said }: Given): EventKind | null {
  if (event === 'delivered') return 'delivered';
  if (event === 'complained') return 'complaint';
  if (event !== 'failed') return null;
  if (severity === 'temporary') return 'delayed';
  // For good, as far as Mailgun goes: it gave up. The code says whether the address did.
  return (said?.code ?? 550) >= 500 ? 'hard_bounce' : 'soft_bounce';
}
