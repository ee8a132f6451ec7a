import { expect, test } from 'vitest';
import { orderEvents } from '#tests/chaos/event-orders.ts';
import { knockAtHooks } from '#tests/chaos/hooks.ts';
import { ENGINES } from '#tests/support/databases.ts';

test('webhooks of four services are taken in at a running server, and what is forged, replayed or stale changes nothing', async () => {
  expect((await knockAtHooks({ engine: 'sqlite', early: false })).broken).toEqual([]);
}, 120_000);

test.each(ENGINES)(
  'what comes back means the same in whatever order it comes, on %s',
  async (engine) => {
    expect((await orderEvents({ engine, orders: 30 })).broken).toEqual([]);
  },
  120_000,
);
