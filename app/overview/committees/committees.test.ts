import { expect, test } from 'vitest';
import { type PaperOf, paperOf } from '../pdf/paper.ts';
import { inDays, type SilentView } from './committees.ts';

test('a renewal is today, tomorrow, or in so many days', () => {
  expect([0, 1, 2, 30].map(inDays)).toEqual(['today', 'tomorrow', 'in 2 days', 'in 30 days']);
});

test('the page on paper says so as well', () => {
  const silent = { accountName: 'Acme', renewalOn: '2027-03-01', days: 0 } as SilentView;
  const wave = { name: 'Spring', programmeName: 'Check-in', closedAt: null };
  const page: PaperOf = {
    wave: { ...wave, headline: null, headlineBy: null },
    ...{ against: null, lanes: [], overdue: { first: [], more: 0 } },
    committees: {
      ...{ apart: [], share: null },
      silent: [{ ...silent, personName: 'Ann', asked: 'asked once', persona: BUYER, key: 'a', to: null }],
    },
  };
  const { parts } = paperOf(page, {
    workspaceName: 'Northwind',
    on: { printed: '2027-03-01', closed: null },
  });
  expect(parts.flatMap(({ lines }) => lines.map(({ what }) => what))).toContain(
    'Acme renews 1 March 2027, today',
  );
});

const BUYER = { id: 'buyer', base: 'buyer', name: 'Buyer', plural: 'Buyers' } as SilentView['persona'];
