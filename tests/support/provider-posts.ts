import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** Webhooks as four mail services post them, signed with keys that were made for the test. */
export interface Post {
  headers: Record<string, string>;
  body: string;
}

export type PostedKind = 'delivered' | 'soft' | 'hard' | 'complaint';

export interface Posted {
  kind: PostedKind;
  messageId: string;
  providerId: string;
  /** Seconds before now that it says of itself to have been made. */
  age?: number;
}

export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const otherRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const MAILGUN_KEY = 'key-0123456789abcdef0123456789abcdef';
const POSTMARK = 'postmark:a password of the hooks'.replaceAll(' ', '-');
export const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:bounces';

/** What makes an installation take them. */
export const HOOK_VARS = {
  SES_TOPIC_ARNS: TOPIC,
  SENDGRID_WEBHOOK_KEY: ec.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  MAILGUN_SIGNING_KEY: MAILGUN_KEY,
  POSTMARK_WEBHOOK_AUTH: POSTMARK,
};

const id = () => randomBytes(12).toString('hex');
const seconds = (age = 0) => Math.trunc(Date.now() / 1000) - age;
const iso = (age = 0) => new Date(1000 * seconds(age)).toISOString();

/** `said` replaces fields before they are signed, `forged` signs with another key. */
export function sns(
  { kind, messageId, providerId, age }: Posted,
  { said = {}, forged = false }: { said?: Record<string, string>; forged?: boolean } = {},
): Post {
  const mail = { messageId: providerId, headers: [{ name: 'Message-ID', value: messageId }] };
  const told = {
    delivered: { notificationType: 'Delivery', delivery: { timestamp: iso(), smtpResponse: '250 ok' } },
    soft: {
      notificationType: 'Bounce',
      bounce: { bounceType: 'Transient', bouncedRecipients: [], timestamp: iso() },
    },
    hard: {
      notificationType: 'Bounce',
      bounce: {
        ...{ bounceType: 'Permanent', bounceSubType: 'General', timestamp: iso() },
        bouncedRecipients: [
          { emailAddress: 'x@y.example', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1' },
        ],
      },
    },
    complaint: {
      notificationType: 'Complaint',
      complaint: { complaintFeedbackType: 'abuse', timestamp: iso() },
    },
  }[kind];
  const message: Record<string, string> = {
    ...{ Type: 'Notification', MessageId: id(), TopicArn: TOPIC, Timestamp: iso(age) },
    ...{ Message: JSON.stringify({ ...told, mail }), SignatureVersion: '2' },
    SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123abcd.pem',
    ...said,
  };
  // As the manual of SNS writes it: name and value a line each, in the order of the alphabet.
  const names = ['Message', 'MessageId', 'SubscribeURL', 'Subject', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const text = names.flatMap((name) => (message[name] ? [`${name}\n${message[name]}\n`] : [])).join('');
  const key: KeyObject = forged ? otherRsa.privateKey : rsa.privateKey;
  const hash = message.SignatureVersion === '1' ? 'sha1' : 'sha256';
  const body = JSON.stringify({
    ...message,
    Signature: sign(hash, Buffer.from(text), key).toString('base64'),
  });
  return { headers: { 'content-type': 'text/plain; charset=UTF-8' }, body };
}

export function sendgrid(given: readonly Posted[], forged = false): Post {
  const words = {
    delivered: { event: 'delivered', response: '250 OK' },
    soft: { event: 'bounce', type: 'blocked', status: '4.7.1', reason: 'try later' },
    hard: { event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 5.1.1 no such mailbox' },
    complaint: { event: 'spamreport' },
  };
  const events = given.map(({ kind, messageId, providerId }) => ({
    ...{ ...words[kind], sg_event_id: id(), timestamp: seconds(), 'smtp-id': messageId },
    ...{ sg_message_id: `${providerId}.recvd-1`, email: 'x@y.example' },
  }));
  const body = JSON.stringify([...events, { event: 'open', sg_event_id: id(), timestamp: seconds() }]);
  const time = String(seconds(given[0]?.age));
  const key = forged ? other.privateKey : ec.privateKey;
  return {
    headers: {
      'content-type': 'application/json',
      'x-twilio-email-event-webhook-timestamp': time,
      'x-twilio-email-event-webhook-signature': sign('sha256', Buffer.from(time + body), key).toString(
        'base64',
      ),
    },
    body,
  };
}

/** `by` its parent: the account beneath signs with a key of its own. */
export function mailgun(
  { kind, messageId, age }: Posted,
  { key = MAILGUN_KEY, byParent = false }: { key?: string; byParent?: boolean } = {},
): Post {
  const words = {
    delivered: { event: 'delivered' },
    soft: {
      ...{ event: 'failed', severity: 'permanent' },
      'delivery-status': { code: 452, message: '4.2.2 full' },
    },
    hard: {
      ...{ event: 'failed', severity: 'permanent' },
      'delivery-status': { code: 550, message: '5.1.1 no such mailbox' },
    },
    complaint: { event: 'complained' },
  }[kind];
  const signed = (by: string) => {
    const [timestamp, token] = [String(seconds(age)), randomBytes(25).toString('hex')];
    const signature = createHmac('sha256', by)
      .update(timestamp + token)
      .digest('hex');
    return { timestamp, token, signature };
  };
  const bare = messageId.replace(/^<|>$/g, '');
  const body = JSON.stringify({
    signature: byParent
      ? { ...signed('a key that nobody knows'), 'parent-signature': signed(key) }
      : signed(key),
    'event-data': {
      ...{ id: id(), timestamp: seconds() + 0.25, ...words },
      message: { headers: { 'message-id': bare } },
    },
  });
  return { headers: { 'content-type': 'application/json' }, body };
}

export function postmark({ kind, providerId }: Posted, auth: string | null = POSTMARK): Post {
  const words = {
    delivered: { RecordType: 'Delivery', DeliveredAt: iso() },
    soft: { RecordType: 'Bounce', Type: 'SoftBounce', BouncedAt: iso(), Details: 'smtp;452 4.2.2 full' },
    hard: { RecordType: 'Bounce', Type: 'HardBounce', BouncedAt: iso(), Details: 'smtp;550 5.1.1 nobody' },
    complaint: { RecordType: 'SpamComplaint', Type: 'SpamComplaint', BouncedAt: iso() },
  }[kind];
  const body = JSON.stringify({
    ...{ ...words, MessageID: providerId },
    ID: Number.parseInt(id().slice(0, 10), 16),
  });
  const headers: Record<string, string> = { 'content-type': 'application/json' };
  if (auth !== null) headers.authorization = `Basic ${Buffer.from(auth).toString('base64')}`;
  return { headers, body };
}
