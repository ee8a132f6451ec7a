import { describe, expect, it } from 'vitest';
import { readEnv } from '#app/platform/env.server.ts';
import { type About, multipartReport, RETURNED } from '#tests/support/returned-mails.ts';
import { returnAddress } from '../return-address.server.ts';
import { readReturned } from './read-returned.server.ts';

const env = readEnv({
  DATABASE_URL: ':memory:',
  APP_SECRET: 'a test secret of 32 letters 0123456789',
  MAIL_FROM: 'ask@northwind.example',
  BOUNCE_DOMAIN: 'bounce.northwind.example',
});
const ID = '01980c5e-0000-7abc-8def-0123456789ab';
const NOW = Date.parse('2026-11-02T09:00:00Z');
const about: About = {
  returnPath: returnAddress(env, ID),
  to: 'dana@meridian.example',
  messageId: `<i.${ID}@northwind.example>`,
};
const read = (text: string) => readReturned(env, Buffer.from(text), NOW);

describe('a mail that came back', () => {
  it.each(RETURNED)('from $style', async ({ write, expected }) => {
    const returned = await read(write(about));
    if (expected.length === 0) return expect(returned).toEqual({ kind: 'automatic' });
    if (returned.kind !== 'report') return expect(returned.kind).toBe('report');
    expect(returned.events.map(({ kind, status }) => [kind, status])).toEqual(expected);
    for (const event of returned.events) {
      expect(event.about).toEqual({ id: ID });
      expect(event.occurredAt).toBeLessThanOrEqual(NOW);
      expect(event.detail).not.toMatch(/[\r\n]/);
    }
  });

  it.each(RETURNED.filter(({ expected }) => expected.length > 0))(
    'is not believed under a forged address, from $style',
    async ({ write }) => {
      const last = about.returnPath.indexOf('@') - 1;
      const other = about.returnPath[last] === '0' ? '1' : '0';
      const forged = about.returnPath.slice(0, last) + other + about.returnPath.slice(last + 1);
      for (const returnPath of [forged, 'ask@northwind.example', ''])
        expect(await read(write({ ...about, returnPath }))).toEqual({ kind: 'unproven' });
    },
  );

  it('proves nothing by an address in its words, which anybody can quote', async () => {
    const report = multipartReport(
      { ...about, returnPath: 'ask@northwind.example' },
      {
        from: 'mailer-daemon@evil.example',
        words: `It was sent from ${about.returnPath}`,
        fields: ['Reporting-MTA: dns; evil.example', '', 'Action: failed', 'Status: 5.1.1'],
      },
    );
    expect(await read(report)).toEqual({ kind: 'unproven' });
  });
});

const mail = (...lines: string[]) =>
  [`To: ${about.returnPath}`, 'From: Dana <dana@meridian.example>', ...lines, '', 'Hello'].join('\r\n');

describe('a mail that somebody wrote', () => {
  it('is a reply, with what it answers', async () => {
    const reply = mail('Subject: Re: 0 to 10?', `In-Reply-To: ${about.messageId}`, 'Auto-Submitted: no');
    expect(await read(reply)).toMatchObject({
      kind: 'reply',
      reply: { provenId: ID, answers: [about.messageId], from: { address: 'dana@meridian.example' } },
    });
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated (vacation)',
    'X-Autoreply: yes',
    'Precedence: auto_reply',
    'Precedence: bulk',
    'List-Id: <all.meridian.example>',
    'Return-Path: <>',
    'X-Auto-Response-Suppress: All',
    'X-Rolecall-Passed-On: 1',
    'Subject: Automatic reply: 0 to 10?',
    'Subject: Abwesenheitsnotiz: 0 bis 10?',
    'Subject: Out of office',
    'Content-Type: multipart/report; report-type=disposition-notification; boundary=x',
  ])('is a machine’s where it says %s', async (line) => {
    expect(await read(mail(line))).toEqual({ kind: 'automatic' });
  });

  it('is put aside where it is no mail', async () => {
    expect(await read('')).toEqual({ kind: 'unreadable' });
  });
});
