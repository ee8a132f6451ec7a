import MailComposer from 'nodemailer/lib/mail-composer';
import type { WrittenMail } from './invitation-mail.ts';

export interface Envelope {
  from: { name: string; address: string };
  to: { name: string; address: string };
  messageId: string;
  date: number;
  listId: string;
  unsubscribeUrl: string;
  /** Message-IDs of the letter that this one belongs under. */
  inReplyTo?: string;
  references?: string;
}

/**
 * The bytes of a message. Made once and kept until the server took them, so that every attempt carries the same
 * Message-ID, Date and boundary and a mail store can drop a copy.
 */
export function composeMessage(mail: WrittenMail, envelope: Envelope): Promise<Buffer> {
  const composer = new MailComposer({
    from: envelope.from,
    to: envelope.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: envelope.messageId,
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    date: new Date(envelope.date),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: {
      // RFC 8058: one press of the mail program's own button, no page in between. Kept on one line: relays sign it.
      'List-Unsubscribe': { prepared: true, value: `<${envelope.unsubscribeUrl}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'List-Id': { prepared: true, value: `<${envelope.listId}>` },
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
  });
  return composer.compile().build();
}
