import type { Db } from '#app/platform/db.server.ts';
import { findLogoBytes } from './brand.store.server.ts';

/** The picture behind `/brand/<hash>.png`; null for an address that names none. Reads only, and notes nobody. */
export async function readLogo(db: Db, file: string): Promise<Buffer | null> {
  const [, hash] = /^([A-Za-z0-9_-]{43})\.png$/.exec(file) ?? [];
  return hash === undefined ? null : ((await findLogoBytes(db, hash)) ?? null);
}
