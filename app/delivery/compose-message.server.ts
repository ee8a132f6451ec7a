import MimeNode from 'nodemailer/lib/mime-node';
import { headerText } from '#app/platform/header-text.ts';
import { MailRefused } from '#app/platform/mail.ts';
import { mailBytes } from '#app/platform/mailer-bytes.server.ts';
import { signMail } from '#app/platform/mailer-sign.server.ts';
import type { DkimKey } from '#app/platform/read-dkim.server.ts';
import type { WrittenMail } from './invitation-mail.ts';

export interface Envelope {
  from: { name: string; address: string };
  to: { name: string; address: string };
  /** Somebody reads what is sent there. */
  replyTo?: string | null;
  messageId: string;
  date: number;
  listId: string;
  unsubscribeUrl: string;
  /** What a mail provider counts complaints by; it names no person. */
  feedbackId: string;
  /** Message-IDs of the letter that this one belongs under. */
  inReplyTo?: string;
  references?: string;
  /** Where this server signs by itself. */
  dkim: DkimKey | null;
}

/**
 * The bytes of a message, signed where the server has a key. Made once and kept until the server took them, so that every
 * attempt carries the same Message-ID, Date, boundary and signature, and a mail store can drop a copy.
 * Throws {@link MailRefused} for an address that a mail server could read as another one.
 */
export async function composeMessage(mail: WrittenMail, envelope: Envelope): Promise<Buffer> {
  for (const address of [envelope.to.address, envelope.replyTo])
    if (address && !isPlainAddress(address))
      throw new MailRefused(553, 'This address holds more than one plain address.');
  // Drawn from the system for each part, a boundary would take as long as the rest; who words a letter knows no id of it.
  const shared = { baseBoundary: envelope.messageId.replace(/\W+/g, '').slice(0, BOUNDARY) };
  const letter = new MimeNode('multipart/alternative', shared);
  letter.addHeader({
    // RFC 8058: one press of the mail program's own button, no page in between. Kept on one line: relays sign it.
    'List-Unsubscribe': { prepared: true, value: `<${envelope.unsubscribeUrl}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'List-Id': { prepared: true, value: `<${envelope.listId}>` },
    'Feedback-ID': { prepared: true, value: envelope.feedbackId },
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...headersOf(mail, envelope),
  });
  letter.createChild('text/plain; charset=utf-8', shared).setContent(mail.text);
  letter.createChild('text/html; charset=utf-8', shared).setContent(mail.html);
  return signMail(envelope.dkim, mailBytes(letter));
}

/** RFC 2046, 5.1.1: a boundary has at most 70 characters, the library's own around this part included. */
const BOUNDARY = 40;

function headersOf(mail: WrittenMail, envelope: Envelope): Record<string, never> {
  const headers = {
    from: named(envelope.from),
    to: named(envelope.to),
    'reply-to': envelope.replyTo ? { name: '', address: envelope.replyTo } : undefined,
    'in-reply-to': idsOnly(envelope.inReplyTo),
    references: idsOnly(envelope.references),
    subject: headerText(mail.subject),
    'message-id': envelope.messageId,
    date: new Date(envelope.date),
  };
  const given = Object.entries(headers).filter(([, value]) => value !== undefined);
  // The library's types know a header's value as a text alone.
  return Object.fromEntries(given) as Record<string, never>;
}

function named({ name, address }: { name: string; address: string }) {
  return { name: headerText(name), address };
}

/** No quotes, comments, groups, routes or line breaks: what two mail servers could read as two addresses is none. */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(
      address,
    )
  );
}

/** Message-IDs as they are written, one after the other; whatever else stands between them is left out. */
function idsOnly(text: string | undefined): string | undefined {
  const ids = text?.match(/<[\x21-\x3b\x3d\x3f-\x7e]{1,240}>/g);
  return ids?.join(' ');
}
