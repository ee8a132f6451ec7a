import type { Writable } from 'node:stream';
import pg from 'pg';

/** int8 arrives as text by default; every count and time of ours fits a double. */
const INT8 = 20;

/**
 * Weighing every order of eight joins takes PostgreSQL ten times as long as of four and came to the order as written, which
 * begins at the row that is asked for; and each session does it anew for each statement whenever a table has grown.
 */
const JOINS_WEIGHED = 4;

/**
 * A page that is jumped to costs little more than the next one, on disks without arms and in memory alike; PostgreSQL thinks
 * four times as much until told, and goes through a whole table for a tenth of it.
 */
const PAGE_JUMP = 1.1;

const PLANNING = `set join_collapse_limit = ${JOINS_WEIGHED}; set random_page_cost = ${PAGE_JUMP}`;

/**
 * At most so many sessions of one server, each of which takes further statements before it has answered the ones before.
 * @param plans the names under which they keep plans, by the text of the statement
 */
export function openSessions(
  url: string,
  max: number,
  plans: ReadonlyMap<string, string> = new Map(),
): pg.Pool {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, Number);
  const settings = { connectionString: url, max, types, connectionTimeoutMillis: 5000 };
  // Sends a statement without waiting for the reply to the one before; what needs that reply waits by itself.
  const pool = new pg.Pool({ ...settings, pipeline: true } as pg.PoolConfig);
  // Tells of an idle connection that the server closed. The pool has dropped it and the next query opens
  // another; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    // The same of a connection in use that waits between two queries: its next query fails, and says why.
    client.on('error', () => undefined);
    client.query(PLANNING).catch(() => undefined);
    sendTogether(client, plans);
  });
  return pool;
}

/**
 * What is sent in one turn leaves in one piece: each piece costs either side more than a small statement does. And a statement
 * with a name is planned once for each session; planning several joins costs far more than running them.
 */
function sendTogether(client: pg.PoolClient, plans: ReadonlyMap<string, string>): void {
  const run = client.query.bind(client) as (...args: unknown[]) => unknown;
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const query = (text: unknown, ...rest: unknown[]) => {
    if (stream.writableCorked === 0) {
      stream.cork();
      process.nextTick(() => stream.uncork());
    }
    const name = typeof text === 'string' ? plans.get(text) : undefined;
    return name === undefined ? run(text, ...rest) : run({ name, text, values: rest[0] });
  };
  Object.defineProperty(client, 'query', { value: query });
}
