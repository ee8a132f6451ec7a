import MailComposer from 'nodemailer/lib/mail-composer';

export interface PlainMail {
  from: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  /** ms */
  date: number;
}

/** The bytes of a mail to a member, text and HTML. It answers something they or their admin just did. */
export async function* composeMail({ date, ...mail }: PlainMail): AsyncGenerator<Uint8Array> {
  const composer = new MailComposer({
    ...mail,
    date: new Date(date),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  yield await composer.compile().build();
}
