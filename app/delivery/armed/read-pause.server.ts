import type { House } from '#app/platform/house.ts';
import { findInstallation } from './armed.store.server.ts';

/** Since when nothing is sent because the database was restored, and how that is known; null while it is sent from. */
export async function readPause({ db }: Pick<House, 'db'>): Promise<{ at: number; why: string } | null> {
  const row = await findInstallation(db);
  if (!row || row.restoredAt === null || row.restoredWhy === null) return null;
  return { at: row.restoredAt, why: row.restoredWhy };
}
