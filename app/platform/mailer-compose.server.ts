import MailComposer from 'nodemailer/lib/mail-composer';
import { headerText } from './header-text.ts';
import { mailBytes } from './mailer-bytes.server.ts';
import { signMail } from './mailer-sign.server.ts';
import type { DkimKey } from './read-dkim.server.ts';

export interface PlainMail {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** ms */
  date: number;
  dkim: DkimKey | null;
  /** Where one press ends mails like this one (RFC 8058); null or missing where there is no such way. */
  leaveUrl?: string | null;
}

/** The bytes of a mail to a member, text and HTML. It answers something they or their admin just did. */
export async function* composeMail({ date, dkim, leaveUrl, ...mail }: PlainMail): AsyncGenerator<Uint8Array> {
  const composer = new MailComposer({
    ...mail,
    to: { ...mail.to, name: headerText(mail.to.name) },
    subject: headerText(mail.subject),
    date: new Date(date),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated', ...(leaveUrl && leaveHeaders(leaveUrl)) },
  });
  yield await signMail(dkim, mailBytes(composer.compile()));
}

function leaveHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
