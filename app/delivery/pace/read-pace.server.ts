import { DAY } from '#app/platform/clock.ts';
import type { House } from '#app/platform/house.ts';
import { listPaces } from './pace.store.server.ts';

/** How fast mail goes from this installation, as an admin reads it. */
export interface PaceView {
  server: string;
  /** Mails a minute; null where the mail server keeps the pace by itself and has not asked for less. */
  perMinute: number | null;
  /** When the mail server asked for less, within a day; ms. */
  loweredAt: number | null;
  /** Domains that asked for less within a day. Which ones is not said: they may be of another workspace. */
  slowDomains: number;
}

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
