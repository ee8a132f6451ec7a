import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { listPaces } from './pace.store.server.ts';
import type { PaceView } from './pace.ts';

export async function readMailPace({
  db,
  env,
  clock,
}: Pick<House, 'db' | 'env' | 'clock'>): Promise<PaceView> {
  const { server, through } = env.pace;
  const since = clock.now() - DAY;
  const paces = await listPaces(db, { server, since });
  const own = paces.find(({ scope }) => scope === 'server');
  const perMinute = own?.perMinute ?? through.start;
  const lowered = own?.loweredAt ?? null;
  return {
    server,
    perMinute: perMinute >= UNLIMITED ? null : perMinute,
    loweredAt: lowered !== null && lowered >= since ? lowered : null,
    slowDomains: paces.filter(({ scope }) => scope === 'domain').length,
  };
}

/** As a relay's pace begins; nobody sends so many. */
const UNLIMITED = 600_000;
