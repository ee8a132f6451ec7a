import { expect, test } from 'vitest';
import { alertNotice } from './alert-notice.ts';
import { sayLeft, sayOwed, saySilence } from './alert-words.ts';

const TOLD = {
  ...{ ruleName: 'Buyers fall by 20 points', personaName: 'Buyer', programmeName: 'Renewals' },
  what: 'Buyers fell by 45 points from +25 in “Autumn” (9 of 11 heard) to −20 in “Spring” (10 of 12 heard): down.',
  ...{ personName: null, accountName: null, alertsUrl: 'https://rolecall.example/follow-ups/alerts' },
};

test('a mail says what, by which rule, of whom alone, and where to act', () => {
  const { subject, body } = alertNotice(TOLD);
  expect(subject).toBe('Alert, Buyer: Buyers fall by 20 points');
  expect(body.split('\n\n')).toEqual([
    TOLD.what,
    'The rule “Buyers fall by 20 points” of “Renewals” raised this. It is of Buyer alone.',
    'Look at it, and open a follow-up about it: https://rolecall.example/follow-ups/alerts',
  ]);
});

test('names stay in their line, whatever they hold', () => {
  const named = { ...TOLD, personName: 'Ann\n\nBcc: all', accountName: 'Acme', ruleName: 'A\r\nTo: you' };
  const { subject, body } = alertNotice(named);
  expect(subject).toBe('Alert, Buyer: A To: you');
  expect(body.split('\n\n')[1]).toBe('Who and where: Ann Bcc: all, Acme.');
});

const DEBT = {
  waveId: 'w',
  waveName: 'March',
  personaId: 'buyer',
  plural: 'Buyers',
  heard: 40,
  told: 9,
  isQuiet: false,
};

test('what is owed says by when, and what follows', () => {
  const owed = { ...DEBT, promiseOn: '2026-04-03' };
  expect(sayOwed(owed, false)).toBe(
    'Buyers: 40 buyers answered “March”. 31 are to hear back by 3 April 2026. From the day after, no send of the programme asks them again until they do.',
  );
  expect(sayOwed(owed, true)).toBe(
    'Buyers: 40 buyers answered “March”. 31 have not heard back, and it was promised for 3 April 2026. Until they hear, no send of the programme asks them again.',
  );
});

test('silence and leaving name the persona, and neither person nor account', () => {
  expect(saySilence('Buyers', { silentDays: 90, renewalOn: '2027-03-20' })).toBe(
    'Buyers: nobody was heard at the account for 90 days, and it renews on 20 March 2027.',
  );
  expect(sayLeft('Buyers')).toMatch(/^Buyers: somebody said/);
});
