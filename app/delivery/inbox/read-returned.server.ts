import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import type { Env } from '#app/platform/env.server.ts';
import { type MailEvent, shortDetail } from '../event/mail-event.ts';
import { readReturnAddress } from '../return-address.server.ts';
import { isAutomatic } from './automatic.ts';
import { readQmailBounce } from './qmail-bounce.ts';
import { type Delivery, readDeliveryStatus, readFeedback } from './report-fields.ts';

export interface Reply {
  /** The same bytes are the same reply. */
  eventId: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  messageId: string | null;
  /** Our message, where the address it was sent to proves it. */
  provenId: string | null;
  /** The Message-IDs it answers, the nearest first. */
  answers: readonly string[];
}

export type Returned =
  | { kind: 'report'; events: MailEvent[] }
  /** A report that nobody signed for: whoever sent it may have made it up. */
  | { kind: 'unproven' }
  | { kind: 'automatic' }
  | { kind: 'reply'; reply: Reply }
  | { kind: 'unreadable' };

/** What a mail is that came back. Reads only, and believes nothing but a signed return address. */
export async function readReturned(env: Env, bytes: Uint8Array, now: number): Promise<Returned> {
  const mail = await parse(bytes);
  if (!mail) return { kind: 'unreadable' };
  const eventId = createHash('sha256').update(bytes).digest('base64url');
  const status = partOf(mail, 'message/delivery-status');
  if (status !== null) return deliveryReport(env, mail, { eventId, said: readDeliveryStatus(status), now });
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback !== null) return complaintReport(env, mail, { eventId, feedback, now });
  const given = readQmailBounce(mail.text ?? '');
  if (given !== null) return deliveryReport(env, mail, { eventId, said: given, now });
  if (isAutomatic(headersOf(mail), mail.subject ?? '')) return { kind: 'automatic' };
  return replyOf(env, mail, eventId);
}

/** Bounded, because anybody may send anything; null for what is no mail. */
async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    const options = { forceRfc822Attachments: true, maxNestingDepth: 20, maxHeadersSize: 256 * 1024 };
    const mail = await PostalMime.parse(bytes, options);
    return mail.headers.length > 0 ? mail : null;
  } catch {
    return null;
  }
}

interface Report {
  eventId: string;
  now: number;
}

function deliveryReport(
  env: Env,
  mail: Email,
  { eventId, said: all, now }: Report & { said: readonly Delivery[] },
): Returned {
  const id = provenId(env, [...deliveredTo(mail), ...returnedHead(mail)]);
  if (id === null) return { kind: 'unproven' };
  const events = all.map(
    (said, index): MailEvent => ({
      provider: 'mail',
      eventId: `${eventId}:${index}`,
      kind: said.kind,
      status: said.status,
      detail: shortDetail(said.detail),
      occurredAt: Math.min(said.at ?? now, now),
      about: { id },
    }),
  );
  return events.length > 0 ? { kind: 'report', events } : { kind: 'automatic' };
}

function complaintReport(
  env: Env,
  mail: Email,
  { eventId, feedback, now }: Report & { feedback: string },
): Returned {
  const fields = readFeedback(feedback);
  if (!fields) return { kind: 'automatic' };
  const from = fields.get('original-mail-from') ?? '';
  const id = provenId(env, [from, ...deliveredTo(mail), ...returnedHead(mail)]);
  if (id === null) return { kind: 'unproven' };
  const at = Date.parse(fields.get('arrival-date') ?? fields.get('received-date') ?? '');
  const detail = shortDetail(`${fields.get('feedback-type')} ${fields.get('user-agent') ?? ''}`);
  const occurredAt = Number.isNaN(at) ? now : Math.min(at, now);
  const event = { provider: 'mail', eventId, kind: 'complaint', status: null, detail, occurredAt } as const;
  return { kind: 'report', events: [{ ...event, about: { id } }] };
}

function replyOf(env: Env, mail: Email, eventId: string): Returned {
  const [from] = [mail.replyTo?.[0], mail.from].filter((one) => one?.address);
  if (!from?.address) return { kind: 'unreadable' };
  const references = `${mail.inReplyTo ?? ''} ${(mail.references ?? '').split(/\s+/).reverse().join(' ')}`;
  const reply: Reply = {
    eventId,
    from: { name: from.name, address: from.address },
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    messageId: mail.messageId ?? null,
    provenId: provenId(env, deliveredTo(mail)),
    answers: references.match(/<[^<>\s\0]{1,250}>/g)?.slice(0, 20) ?? [],
  };
  return { kind: 'reply', reply };
}

function provenId(env: Env, texts: readonly string[]): string | null {
  for (const text of texts)
    for (const address of text.match(/b\+[0-9a-f]{32}\.[0-9a-f]{28}@[\w.-]{1,190}/gi)?.slice(0, 20) ?? []) {
      const id = readReturnAddress(env, address);
      if (id !== null) return id;
    }
  return null;
}

/** Where the mail was sent to, as its headers and the server that delivered it say. */
const TO = new Set([
  'to',
  'cc',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
]);

function deliveredTo(mail: Email): string[] {
  return mail.headers.flatMap(({ key, value }) => (TO.has(key) ? [value] : []));
}

/** The head of our own mail, as it comes back inside a report: its Return-Path is the address we signed. */
function returnedHead(mail: Email): string[] {
  const whole = partOf(mail, 'message/rfc822') ?? partOf(mail, 'text/rfc822-headers') ?? '';
  const [head = ''] = whole.slice(0, 64 * 1024).split(/\r?\n\r?\n/);
  return head.split(/\r?\n(?![ \t])/).filter((line) => /^(return-path|x-envelope-from):/i.test(line));
}

function partOf(mail: Email, type: string): string | null {
  const part = mail.attachments.find(({ mimeType }) => mimeType === type);
  if (!part) return null;
  const { content } = part;
  return typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8');
}

/** The last of each name wins but for Return-Path, where the first is the one that delivery wrote. */
function headersOf(mail: Email): Map<string, string> {
  return new Map([...mail.headers].reverse().map(({ key, value }) => [key, value]));
}
