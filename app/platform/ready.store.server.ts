import type { Db } from './db.server.ts';

/** True when a row can be asked for. */
export async function isDatabaseReady(db: Db): Promise<boolean> {
  try {
    await db.selectFrom('workspace').select('id').limit(1).execute();
    return true;
  } catch {
    return false;
  }
}
