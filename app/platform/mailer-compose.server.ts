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
}

/** The bytes of a mail to a member, text and HTML. It answers something they or their admin just did. */
export async function* composeMail({ date, dkim, ...mail }: PlainMail): AsyncGenerator<Uint8Array> {
  const composer = new MailComposer({
    ...mail,
    to: { ...mail.to, name: headerText(mail.to.name) },
    subject: headerText(mail.subject),
    date: new Date(date),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  yield await signMail(dkim, mailBytes(composer.compile()));
}
