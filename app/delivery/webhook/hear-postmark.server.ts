import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type EventKind, type MailEvent, shortDetail } from '../event/mail-event.ts';
import { type Heard, type Knock, readJson, statusIn, timeOr } from './door.ts';

const Event = z.object({
  RecordType: z.string(),
  MessageID: z.string().min(1).max(200),
  ID: z.union([z.number(), z.string()]).optional(),
  Type: z.string().optional(),
  DeliveredAt: z.string().optional(),
  BouncedAt: z.string().optional(),
  Details: z.string().optional(),
  Description: z.string().optional(),
});
type Given = z.infer<typeof Event>;

/** Postmark signs nothing: the address it posts to carries a name and a password. */
export function hearPostmark(knock: Knock, auth: string): Heard {
  if (!isAllowed(knock.header('authorization') ?? '', auth)) return { kind: 'refused', why: 'signature' };
  const parsed = Event.safeParse(readJson(knock.body));
  if (!parsed.success) return { kind: 'unreadable' };
  return { kind: 'events', events: toEvent(parsed.data, knock.now) };
}

/** Compared as hashes: neither the text nor its length shows in the time. */
function isAllowed(header: string, auth: string): boolean {
  const hashOf = (text: string) => createHash('sha256').update(text).digest();
  const [scheme = '', given = ''] = header.split(' ');
  const said = Buffer.from(given, 'base64').toString('utf8');
  return timingSafeEqual(hashOf(said), hashOf(auth)) && scheme.toLowerCase() === 'basic';
}

function toEvent(event: Given, now: number): MailEvent[] {
  const kind = kindOf(event);
  if (!kind) return [];
  const said = event.Details || event.Description || '';
  const at = event.BouncedAt ?? event.DeliveredAt;
  return [
    {
      provider: 'postmark',
      eventId: `${event.RecordType}:${event.ID ?? `${event.MessageID}:${event.DeliveredAt ?? ''}`}`,
      kind,
      status: statusIn(said),
      detail: shortDetail(said),
      occurredAt: timeOr(now, at),
      about: { providerId: event.MessageID },
    },
  ];
}

const HARD = new Set(['HardBounce', 'BadEmailAddress', 'AddressChange']);
const NO_BOUNCE = new Set([
  'AutoResponder',
  'Subscribe',
  'Unsubscribe',
  'OpenRelayTest',
  'ChallengeVerification',
]);

function kindOf({ RecordType, Type = '' }: Given): EventKind | null {
  switch (RecordType) {
    case 'Delivery':
      return 'delivered';
    case 'SpamComplaint':
      return 'complaint';
    case 'Bounce':
      if (Type === 'SpamComplaint') return 'complaint';
      if (NO_BOUNCE.has(Type)) return null;
      return HARD.has(Type) ? 'hard_bounce' : 'soft_bounce';
    default:
      return null;
  }
}
