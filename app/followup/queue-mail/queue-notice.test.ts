import { expect, test } from 'vitest';
import { type MailedLine, queueNotice } from './queue-notice.ts';

const URLS = {
  queueUrl: 'https://rolecall.example/follow-ups',
  settingsUrl: 'https://rolecall.example/settings/mine',
};
const line = (what: string, more: Partial<MailedLine> = {}): MailedLine => ({
  ...{ what, personaName: 'Buyer', personName: null, accountName: null, dueOn: '30 November 2026' },
  ...{ isOverdue: false, ...more },
});

test('what is overdue leads, and each line says of which persona it is', () => {
  const { subject, body } = queueNotice({
    ...URLS,
    ...{ all: 2, overdue: 1 },
    lines: [
      line('Call back', { isOverdue: true, personName: 'Dana Ruiz', accountName: 'Acme' }),
      line('Send the price list'),
    ],
  });
  expect(subject).toBe('Follow-ups of yours are overdue');
  expect(body.split('\n\n').slice(0, 3)).toEqual([
    '2 follow-ups wait for you. One of them is overdue.',
    'Call back (Buyer, Dana Ruiz, Acme; was due on 30 November 2026)',
    'Send the price list (Buyer; due on 30 November 2026)',
  ]);
  expect(body).toContain(URLS.queueUrl);
  expect(body).toContain(URLS.settingsUrl);
});

test('a long queue is cut and says so, and a text stays one line', () => {
  const lines = Array.from({ length: 20 }, (_, at) => line(`Act ${at}\n\nHello stranger`));
  const { body } = queueNotice({ ...URLS, lines, all: 230, overdue: 0 });
  expect(body).toContain('230 follow-ups wait for you.');
  expect(body).toContain('And 210 more.');
  expect(body.split('\n\n')).toHaveLength(24);
  expect(body).not.toMatch(/Act 20/);
});
