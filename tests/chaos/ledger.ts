import { setTimeout as rest } from 'node:timers/promises';
import { connect } from '#db/connection.ts';

/** What becomes of mails in doubt. */
export type Mode = 'hold' | 'resend-once';

export interface Row {
  id: string;
  to_address: string;
  state: string;
  message_id: string;
  resent: number;
  fence: number;
}

export async function readLedger(databaseUrl: string): Promise<Row[]> {
  const { db, close } = connect(databaseUrl);
  const rows = await db
    .selectFrom('outbound_message')
    .select(['id', 'to_address', 'state', 'message_id', 'resent', 'fence'])
    .execute();
  await close();
  return rows;
}

export async function choose(databaseUrl: string, mode: Mode): Promise<void> {
  const { db, close } = connect(databaseUrl);
  await db
    .updateTable('programme')
    .set({ in_doubt: mode === 'hold' ? 'hold' : 'resend_once' })
    .execute();
  await close();
}

/** Lets the time pass that something waits for. */
export async function pass(databaseUrl: string, since: 'lease_until' | 'doubted_at'): Promise<void> {
  const { db, close } = connect(databaseUrl);
  await db
    .updateTable('outbound_message')
    .set({ [since]: 1 })
    .where(since, 'is not', null)
    .execute();
  await close();
}

export const FINAL = new Set(['accepted', 'failed', 'suppressed', 'in_doubt']);
/** Longer than a dead sender's messages wait for another. */
const PATIENCE = 120_000;

/** Gives the senders as long as they get on. */
export async function untilSettled(databaseUrl: string, withoutDoubt = false): Promise<Row[]> {
  let left = Number.POSITIVE_INFINITY;
  for (let since = performance.now(); ; ) {
    const rows = await readLedger(databaseUrl);
    const isOpen = ({ state, resent }: Row) =>
      !FINAL.has(state) || (withoutDoubt && state === 'in_doubt' && resent === 0);
    const now = rows.filter(isOpen).length;
    if (now === 0 || performance.now() - since > PATIENCE) return rows;
    if (now < left) since = performance.now();
    left = now;
    await rest(500);
  }
}

/** As if none of it had ever been sent. */
export async function readmit(databaseUrl: string): Promise<void> {
  const { db, close } = connect(databaseUrl);
  await db
    .updateTable('outbound_message')
    .set({ state: 'queued', subject: '', bytes: null, attempts: 0, next_at: 0, fence: 0, lease_until: null })
    .set({ provider_id: null, reason: null, settled_at: null, doubted_at: null, resent: 0 })
    .execute();
  await close();
}

/** Whether nobody stands in the middle of writing it. */
export async function isLedgerFree(databaseUrl: string): Promise<boolean> {
  const { db, engine, close } = connect(databaseUrl);
  try {
    const all = db.selectFrom('outbound_message').select('id');
    await db
      .transaction()
      .execute((tx) => tx.executeQuery(engine === 'sqlite' ? all : all.forNoKeyUpdate().noWait()));
    return true;
  } catch (fault) {
    if (/locked|could not obtain lock/.test(String(fault))) return false;
    throw fault;
  } finally {
    await close();
  }
}
