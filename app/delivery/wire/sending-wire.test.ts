import { expect, test } from 'vitest';
import { toSendingOut } from './sending-wire.ts';

const PACE = { server: 'mail.example', perMinute: 300, loweredAt: null, slowDomains: 2 };

test('a restored database says since when it sends nothing and how much waits, and names nobody', () => {
  const sample = [
    {
      id: 'm',
      personName: 'Dana',
      accountName: 'Acme',
      address: 'd@acme.example',
      waveName: 'Winter',
      queuedAt: 1,
    },
  ];
  const stopped = {
    kind: 'paused',
    at: 0,
    why: 'A copy.',
    isConfirmed: false,
    messages: 3,
    waves: [],
    sample,
  } as const;
  expect(toSendingOut({ ...stopped, waves: [], sample }, PACE)).toEqual({
    ...{ state: 'stopped', looked_at: null, stopped_at: '1970-01-01T00:00:00.000Z', waiting: 3 },
    ...{ per_minute: 300, lowered_at: null, slow_domains: 2 },
  });
});

test('one that sends says when a sender looked last', () => {
  expect(toSendingOut({ kind: 'sending', beatAt: 1000 }, PACE)).toMatchObject({
    ...{ state: 'sending', looked_at: '1970-01-01T00:00:01.000Z', stopped_at: null, waiting: null },
  });
});
