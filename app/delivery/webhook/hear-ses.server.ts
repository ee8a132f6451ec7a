import { z } from 'zod';
import { type EventKind, type MailEvent, shortDetail } from '../event/mail-event.ts';
import { type Heard, type Knock, readJson, statusIn, timeOr } from './door.ts';
import { type Certificates, isOfSns, isSignedBySns, SnsMessage } from './sns-signature.server.ts';

const Recipient = z.object({
  emailAddress: z.string().optional(),
  status: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const Notification = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({
    messageId: z.string().min(1).max(200),
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
    commonHeaders: z.object({ messageId: z.string().max(500).optional() }).optional(),
  }),
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      timestamp: z.string().optional(),
      bouncedRecipients: z.array(Recipient).default([]),
    })
    .optional(),
  complaint: z
    .object({ timestamp: z.string().optional(), complaintFeedbackType: z.string().optional() })
    .optional(),
  delivery: z.object({ timestamp: z.string().optional(), smtpResponse: z.string().optional() }).optional(),
  deliveryDelay: z.object({ timestamp: z.string().optional(), delayType: z.string().optional() }).optional(),
});
type Given = z.infer<typeof Notification>;

/**
 * SES tells SNS, and SNS posts here. Anybody can have SNS sign something, so the topic has to be one of ours before
 * anything is fetched or believed.
 */
export async function hearSes(
  knock: Knock,
  { topics, certificates }: { topics: readonly string[]; certificates: Certificates },
): Promise<Heard> {
  const parsed = SnsMessage.safeParse(readJson(knock.body));
  if (!parsed.success) return { kind: 'unreadable' };
  const message = parsed.data;
  if (!topics.includes(message.TopicArn)) return { kind: 'refused', why: 'topic' };
  if (!(await isSignedBySns(message, certificates, knock.now))) return { kind: 'refused', why: 'signature' };
  if (message.Type === 'SubscriptionConfirmation') {
    const url = message.SubscribeURL ?? '';
    return isOfSns(url) ? { kind: 'subscribe', url } : { kind: 'refused', why: 'topic' };
  }
  if (message.Type === 'UnsubscribeConfirmation') return { kind: 'events', events: [] };
  const told = Notification.safeParse(readJson(Buffer.from(message.Message)));
  // SNS says by a plain sentence that the topic was set up; there is nothing to take from it.
  if (!told.success) return { kind: 'events', events: [] };
  return { kind: 'events', events: toEvent(told.data, message.MessageId, knock.now) };
}

function toEvent(given: Given, eventId: string, now: number): MailEvent[] {
  const kind = kindOf(given);
  if (!kind) return [];
  const [recipient] = given.bounce?.bouncedRecipients ?? [];
  const said =
    recipient?.diagnosticCode ??
    given.complaint?.complaintFeedbackType ??
    given.delivery?.smtpResponse ??
    given.deliveryDelay?.delayType ??
    given.bounce?.bounceSubType ??
    '';
  const { timestamp } = given.bounce ?? given.complaint ?? given.delivery ?? given.deliveryDelay ?? {};
  const messageId = ownMessageId(given.mail);
  return [
    {
      provider: 'ses',
      eventId,
      kind,
      status: statusIn(recipient?.status, said),
      detail: shortDetail(said),
      occurredAt: timeOr(now, timestamp),
      about: { providerId: given.mail.messageId, ...(messageId && { messageId }) },
    },
  ];
}

/** SES writes a Message-ID of its own; ours stands among the headers as they came to it. */
function ownMessageId({ headers, commonHeaders }: Given['mail']): string | undefined {
  return headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value ?? commonHeaders?.messageId;
}

function kindOf({ notificationType, eventType, bounce }: Given): EventKind | null {
  switch (notificationType ?? eventType) {
    case 'Delivery':
      return 'delivered';
    case 'DeliveryDelay':
      return 'delayed';
    case 'Complaint':
      return 'complaint';
    case 'Bounce':
      return bounce?.bounceType === 'Permanent' ? 'hard_bounce' : 'soft_bounce';
    default:
      return null;
  }
}
