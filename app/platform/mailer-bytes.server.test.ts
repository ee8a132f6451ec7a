import MailComposer from 'nodemailer/lib/mail-composer';
import { describe, expect, it } from 'vitest';
import { mailBytes } from './mailer-bytes.server.ts';

const WORDS = {
  plain: 'Hello,\n\nshort lines only.\n',
  long: `Hello,\n\n${'a line that goes on and on '.repeat(20)}\n`,
  accents: 'Zoë, dürfen wir fragen?\n\n-- \nYours = ours \t\n',
  hebrew: 'שלום, מה שלומך היום?\n'.repeat(30),
  japanese: 'この製品を同僚に勧める可能性はどのくらいですか。\n'.repeat(30),
  emoji: `${'🐘'.repeat(90)}\n`,
  bareReturns: 'one\rtwo\r\nthree\nfour',
  dots: '.\n..\n.hidden\n',
};

describe('the bytes of a mail', () => {
  it.each(Object.entries(WORDS))('are those that nodemailer streams: %s', async (_, words) => {
    const compose = () => {
      const mail = new MailComposer({
        from: { name: 'Ifeoma Ọkọnkwọ', address: 'ask@northwind.example' },
        to: { name: words.slice(0, 20).replace(/[\r\n]/g, ' '), address: 'p@example.com' },
        subject: words.replace(/[\r\n]/g, ' ').slice(0, 200),
        text: words,
        html: `<p style="color:#123456">${words}</p>`,
        date: new Date(0),
        messageId: '<one@northwind.example>',
      }).compile();
      mail.boundaryPrefix = 'b';
      (mail as unknown as { baseBoundary: string }).baseBoundary = '1';
      return mail;
    };
    const streamed = (await compose().build()).toString('latin1').replace(/\r?\n/g, '\r\n');
    expect(mailBytes(compose()).toString('latin1')).toBe(streamed);
  });

  it('are none of a part that is no text', () => {
    const mail = new MailComposer({ text: 'x', attachments: [{ path: '/etc/passwd' }] }).compile();
    expect(() => mailBytes(mail)).toThrow('no text');
  });
});
