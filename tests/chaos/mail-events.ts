import { orderEvents } from './event-orders.ts';
import type { Proof } from './figures.ts';
import { together } from './figures.ts';
import { knockAtHooks } from './hooks.ts';

/** Everything about what comes back: the doors of a running server, and the order of the news, on both databases. */
export async function hearWhatComesBack({ orders }: { orders: number }): Promise<Proof> {
  return together({
    hooks: await knockAtHooks({ engine: 'sqlite', early: true }),
    hooks_postgres: await knockAtHooks({ engine: 'postgres', early: true }),
    orders: await orderEvents({ engine: 'sqlite', orders }),
    orders_postgres: await orderEvents({ engine: 'postgres', orders }),
  });
}
